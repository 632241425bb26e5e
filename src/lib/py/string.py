"""A collection of string constants and helpers.

Public module variables:

whitespace -- a string containing all ASCII whitespace
ascii_lowercase -- a string containing all ASCII lowercase letters
ascii_uppercase -- a string containing all ASCII uppercase letters
ascii_letters -- a string containing all ASCII letters
digits -- a string containing all ASCII decimal digits
hexdigits -- a string containing all ASCII hexadecimal digits
octdigits -- a string containing all ASCII octal digits
punctuation -- a string containing all ASCII punctuation characters
printable -- a string containing all ASCII characters considered printable

"""
# Written for Sidewinder from the library reference ("string") and PEP 292. Without the module `re`
# templates scan for placeholders themselves; only classes that change a pattern import it.

import _string

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """capwords(s [,sep]) -> string

    Split the argument into words using split, capitalize each
    word using capitalize, and join the capitalized words using
    join.  If the optional second argument sep is absent or None,
    runs of whitespace characters are replaced by a single space
    and leading and trailing whitespace are removed, otherwise
    sep is used to split and join the words.

    """
    return (sep or ' ').join(word.capitalize() for word in s.split(sep))


_MISSING = {}
_NAME_START = frozenset(ascii_letters + '_')
_NAME_PART = frozenset(ascii_letters + digits + '_')
_DEFAULT_ID = r'(?a:[_a-z][_a-z0-9]*)'


class _Lookup:
    """Several mappings as one; the first that has a key answers."""

    def __init__(self, *maps):
        self.maps = maps

    def __getitem__(self, key):
        for mapping in self.maps[:-1]:
            if key in mapping:
                return mapping[key]
        return self.maps[-1][key]


class Template:
    """A string class for supporting $-substitutions."""

    delimiter = '$'
    idpattern = _DEFAULT_ID
    braceidpattern = None
    flags = 2  # re.IGNORECASE

    def __init__(self, template):
        self.template = template

    def _plain(self):
        cls = type(self)
        return cls.idpattern == _DEFAULT_ID and cls.braceidpattern is None and 'pattern' not in dir(cls) and cls.flags == 2

    def _compiled(self):
        import re
        cls = type(self)
        source = getattr(cls, 'pattern', None)
        if source is None:
            delim = re.escape(cls.delimiter)
            bid = cls.braceidpattern or cls.idpattern
            source = (rf'{delim}(?:(?P<escaped>{delim})|(?P<named>{cls.idpattern})|{{(?P<braced>{bid})}}|(?P<invalid>))')
        return re.compile(source, cls.flags | re.VERBOSE) if isinstance(source, str) else source

    def _placeholders(self):
        """Yields (start, end, kind, name) for each delimiter; kind is 'escaped', 'name' or 'invalid'."""
        text = self.template
        if not self._plain():
            for m in self._compiled().finditer(text):
                groups = m.groupdict()
                name = groups.get('named') or groups.get('braced')
                if name is not None:
                    yield m.start(), m.end(), 'name', name
                elif groups.get('escaped') is not None:
                    yield m.start(), m.end(), 'escaped', None
                elif groups.get('invalid') is not None:
                    yield m.start('invalid'), m.end(), 'invalid', None
                else:
                    raise ValueError('Unrecognized named group in pattern', self.pattern)
            return
        delimiter = self.delimiter
        width = len(delimiter)
        at = text.find(delimiter)
        while at >= 0:
            i = at + width
            if text.startswith(delimiter, i):
                end, kind, name = i + width, 'escaped', None
            else:
                braced = text[i:i + 1] == '{'
                start = j = i + braced
                if text[j:j + 1] in _NAME_START:
                    while text[j:j + 1] in _NAME_PART:
                        j += 1
                if j > start and (not braced or text[j:j + 1] == '}'):
                    end, kind, name = j + braced, 'name', text[start:j]
                else:
                    end, kind, name = i, 'invalid', None
            yield (at if kind != 'invalid' else i), end, kind, name
            at = text.find(delimiter, end)

    def _invalid(self, i):
        lines = self.template[:i].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column = i - len(''.join(lines[:-1]))
            line = len(lines)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))

    def _mapping(self, mapping, kws):
        if mapping is _MISSING:
            return kws
        return _Lookup(kws, mapping) if kws else mapping

    def substitute(self, mapping=_MISSING, /, **kws):
        mapping = self._mapping(mapping, kws)
        parts, done = [], 0
        for start, end, kind, name in self._placeholders():
            if kind == 'invalid':
                self._invalid(start)
            parts.append(self.template[done:start])
            parts.append(self.delimiter if kind == 'escaped' else str(mapping[name]))
            done = end
        parts.append(self.template[done:])
        return ''.join(parts)

    def safe_substitute(self, mapping=_MISSING, /, **kws):
        mapping = self._mapping(mapping, kws)
        parts, done = [], 0
        for start, end, kind, name in self._placeholders():
            if kind == 'invalid':
                continue
            parts.append(self.template[done:start])
            if kind == 'escaped':
                parts.append(self.delimiter)
            else:
                try:
                    parts.append(str(mapping[name]))
                except KeyError:
                    parts.append(self.template[start:end])
            done = end
        parts.append(self.template[done:])
        return ''.join(parts)

    def is_valid(self):
        return all(kind != 'invalid' for _, _, kind, _ in self._placeholders())

    def get_identifiers(self):
        ids = []
        for _, _, kind, name in self._placeholders():
            if kind == 'name' and name not in ids:
                ids.append(name)
        return ids


class Formatter:
    """The engine of str.format, open to subclasses."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal_text, field_name, format_spec, conversion in self.parse(format_string):
            if literal_text:
                result.append(literal_text)
            if field_name is None:
                continue
            first, _ = _string.formatter_field_name_split(field_name)
            if first == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field_name = str(auto_arg_index) + field_name
                auto_arg_index += 1
            elif isinstance(first, int):
                if auto_arg_index:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')  # sic
                auto_arg_index = False
            obj, arg_used = self.get_field(field_name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            format_spec, auto_arg_index = self._vformat(format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(obj, format_spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _string.formatter_field_name_split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, key in rest:
            obj = getattr(obj, key) if is_attr else obj[key]
        return obj, first
