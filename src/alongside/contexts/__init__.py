"""Places, peer groups, schools and online spaces in which children are harmed: records about a context, and about no child.

A child is linked to a context by an act on that child's own case, for a time. See docs/decisions/0028.
"""
