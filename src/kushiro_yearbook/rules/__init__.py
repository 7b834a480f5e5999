"""What finds faults in a loaded yearbook: one function a rule."""
