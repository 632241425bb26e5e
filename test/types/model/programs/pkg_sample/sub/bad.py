from ..alpha import A
from ... import nothing
