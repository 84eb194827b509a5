"""What leaves the service by e-mail or webhook: sent, not sent or failed, and when."""
