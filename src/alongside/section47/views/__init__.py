"""Pages of section 47: the discussion, the enquiries, the request for a conference, protection at once."""
