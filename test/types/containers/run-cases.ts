/**
 * Runs the recorded cases of one topic in Sidewinder and returns those that differ from CPython.
 *
 * The comparison happens in the Python program itself, so that the results need not travel as text. Cases
 * share one run of the prelude unless they change what it defines.
 */
import { readFileSync } from 'node:fs';
import { runProgram } from '../../../src/vm.ts';

interface Topic {
  prelude: string;
  cases: [code: string, expected: string][];
}

/** Cases that change classes or functions of the prelude, or count their calls, need one of their own. */
const STATEFUL = /D\.__|calls|Cmp|\bsq\b|\bfib\b|\.register|cache_|\bkind\b|\btwo\b|\bty\(|P\(\)|\bO\b/;

const RUNNER = `
def _shape(text):
    out, i = [], 0
    while True:
        j = text.find('0x', i)
        if j < 0:
            return ''.join(out) + text[i:]
        k = j + 2
        while k < len(text) and text[k] in '0123456789abcdef':
            k += 1
        out.append(text[i:j] + ('0xADDRESS' if k - j >= 8 else text[j:k]))
        i = k

def _run(code, ns):
    lines = code.split('\\n')
    try:
        exec('\\n'.join(lines[:-1]), ns)
        try:
            last = compile(lines[-1], '<case>', 'eval')
        except SyntaxError:
            exec(lines[-1], ns)
            return 'ok'
        return repr(eval(last, ns))
    except Exception as e:
        return f'{type(e).__name__}: {e}'

_code = compile(_prelude, '<prelude>', 'exec')
_base = {'__name__': '__main__'}
exec(_code, _base)
for _case, _expected, _fresh in _cases:
    if _fresh:
        _ns = {'__name__': '__main__'}
        exec(_code, _ns)
    else:
        _ns = dict(_base)
    _got = _shape(_run(_case, _ns))
    if _got != _expected:
        print(ascii(_case) + '\\n    CPython:    ' + ascii(_expected) + '\\n    Sidewinder: ' + ascii(_got))
`;

/** Writes a Python literal of a text. */
function literal(text: string): string {
  let out = '';
  for (const ch of text) {
    const c = ch.codePointAt(0)!;
    if (ch === '\\' || ch === "'") out += `\\${ch}`;
    else if (c === 10) out += '\\n';
    else if (c >= 32 && c < 127) out += ch;
    else out += `\\U${c.toString(16).padStart(8, '0')}`;
  }
  return `'${out}'`;
}

/** Returns the topics' recorded cases. */
export function readTopic(name: string): Topic {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as Topic;
}

/** Runs cases in chunks; returns the report of differences, empty if there are none. */
export async function runTopic(name: string, only?: (code: string) => boolean): Promise<string> {
  const { prelude, cases } = readTopic(name);
  const chosen = only === undefined ? cases : cases.filter(([code]) => only(code));
  let report = '';
  for (let i = 0; i < chosen.length; i += 1000) {
    const rows = chosen
      .slice(i, i + 1000)
      .map(
        ([code, expected]) => `(${literal(code)}, ${literal(expected)}, ${STATEFUL.test(code) ? 'True' : 'False'}),`,
      );
    const source = `_prelude = ${literal(prelude)}\n_cases = [\n${rows.join('\n')}\n]\n${RUNNER}`;
    const r = await runProgram({ source, filename: 'cases.py', tier: 'interp' });
    report += r.stdout;
    const errors = r.stderr
      .split('\n')
      .filter((line) => !/DeprecationWarning|SyntaxWarning/.test(line))
      .join('\n');
    if (r.exitCode !== 0 || errors !== '') report += `exit code ${r.exitCode}\n${errors}`;
  }
  return report;
}
