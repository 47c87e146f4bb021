"""More than one reviewer: working blind, bringing together, measuring agreement, deciding, signing off."""
