"""The alliance's own report: computed from its data, with the texts that people write."""
