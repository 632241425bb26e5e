"""A package."""
print('init', __name__, __package__, __file__.endswith('pkg_sample/__init__.py'), len(__path__))
from . import alpha
from .sub import deep as renamed
__all__ = ['alpha', 'beta']
VALUE = 1
