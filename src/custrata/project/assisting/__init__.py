"""What an assistant may ask of a project, and how it proposes changes that a person decides on."""
