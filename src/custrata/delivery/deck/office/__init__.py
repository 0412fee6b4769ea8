"""Writing a deck as an Office file; python-pptx is imported by the modules in here and nowhere else."""
