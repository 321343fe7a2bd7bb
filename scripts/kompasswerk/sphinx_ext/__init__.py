"""What Sphinx must know of the Kompass: domain, roles, directives, nodes."""
