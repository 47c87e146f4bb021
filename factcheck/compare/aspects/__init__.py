"""What two claims can be alike or differ in, one aspect a file: how it is read and how it is compared."""
