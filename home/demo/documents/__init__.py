"""The files of the demonstration's documents, made from their texts: a module for each format."""
