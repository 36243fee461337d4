"""What finds, reads and writes files: guides in folders, settings, programs, collections of others, manifests."""
