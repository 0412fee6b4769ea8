"""The strategy of a project as revisions: edited, compared, merged, signed, in any form, never lost."""
