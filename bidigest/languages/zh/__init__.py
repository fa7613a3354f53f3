"""Chinese, in Simplified and Traditional characters."""
