"""National guidance other than Working Together: missing children, attendance, pre-proceedings."""
