"""The words of faults, one module for each kind."""
