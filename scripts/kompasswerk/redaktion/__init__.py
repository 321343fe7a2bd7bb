"""The editors' desk: pages go out as Word forms and come back as reviewable changes."""
