"""What may be done in governance. Each act checks the right, writes in one transaction, and tells the audit log."""
