"""Writes long texts into generated TypeScript: template literals whose lines end in a backslash, within 120 columns."""
import re


def literal(text, width=116):
    """Returns the literal of a text whose escapes are written already."""
    assert '`' not in text and '${' not in text
    pieces = re.findall(r'\\u[0-9a-f]{4}|\\.|[^\\]', text)
    lines = ['']
    for piece in pieces:
        if len(lines[-1]) + len(piece) > width:
            lines.append('')
        lines[-1] += piece
    return "'%s'" % text if len(text) <= 100 else '`\\\n' + '\\\n'.join(lines) + '`'
