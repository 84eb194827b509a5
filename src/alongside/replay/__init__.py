"""What if another text governed: the same caseload under it, worked out beside and never written."""
