"""Two editions beside each other, and what is made of it for some readers: pages, papers, slides. No models."""
