"""The screens; all but the review screen are imported when they are first opened."""
