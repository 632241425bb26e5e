import math
import math as m, sys
from math import sqrt, pi as PI
from math import (floor,
                  ceil)
print(math is m, sqrt(16), PI, floor(2.7), ceil(2.1), sys.argv[0] != "", math.__name__)  # expect: True 4.0 3.141592653589793 2 3 True math
