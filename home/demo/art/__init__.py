"""The pictures of the demonstration content, drawn in code: `kit` holds the parts, `scenes` the composed pictures, `raster` makes PNG of them."""
