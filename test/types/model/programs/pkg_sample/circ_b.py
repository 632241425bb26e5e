import pkg_sample.circ_a
from pkg_sample.circ_a import x
y = 2
