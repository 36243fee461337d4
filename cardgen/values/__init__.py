"""The small values at the bottom: lengths, papers, problems, prescriptions. They know nothing of guides or pages."""
