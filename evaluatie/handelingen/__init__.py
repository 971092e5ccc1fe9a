"""What may be done in evaluatie. Each act checks the right, writes in one transaction, and tells the audit log."""
