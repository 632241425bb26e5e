from pkg_sample.circ_b import y
x = 1
