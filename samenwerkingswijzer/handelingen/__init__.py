"""Acts on what every function shares."""
