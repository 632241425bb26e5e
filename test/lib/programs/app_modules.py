import argparse, logging, io, sys, configparser, csv, json, platform, sched, atexit, signal, locale, optparse, timeit, os
p = argparse.ArgumentParser(prog='prog', description='Process some integers.', epilog='bye')
p.add_argument('integers', metavar='N', type=int, nargs='+', help='an integer')
p.add_argument('--sum', dest='accumulate', action='store_const', const=sum, default=max, help='sum (default: max)')
p.add_argument('-v', '--verbose', action='count', default=0); p.add_argument('-c', choices=['a', 'b'], default='a', help='one of %(choices)s, default %(default)s')
print(p.parse_args(['1', '2', '--sum', '-vv']).accumulate([1, 2]), p.parse_args(['7', '8', '-c', 'b'])); p.print_help(); p.print_usage()
sys.stderr = sys.stdout
for bad in [['x'], [], ['1', '--nope'], ['--help']]:
    try: p.parse_args(bad)
    except SystemExit as e: print('exit', e.code)
q = argparse.ArgumentParser(prog='git'); sub = q.add_subparsers(dest='cmd', required=True, help='sub-command help')
a = sub.add_parser('add', help='add files'); a.add_argument('files', nargs='*'); a.add_argument('--force', action=argparse.BooleanOptionalAction); g = a.add_mutually_exclusive_group(); g.add_argument('-x', action='store_true'); g.add_argument('-y', type=float)
print(q.parse_args(['add', 'f', '--no-force']), q.parse_known_args(['add', '--zzz'])); q.print_help(); a.print_help()
try: q.parse_args(['add', '-x', '-y', '1'])
except SystemExit: pass
print(argparse.Namespace(a=1), argparse.ArgumentParser(prog='d', formatter_class=argparse.ArgumentDefaultsHelpFormatter).format_usage())
buf = io.StringIO(); logging.basicConfig(stream=buf, level=logging.INFO, format='%(levelname)s:%(name)s:%(message)s:%(funcName)s')
log = logging.getLogger('my.app'); log.info('hello %s', 'you'); log.debug('no'); log.warning('w %d', 3); logging.error('root')
def fail():
    try: 1 / 0
    except ZeroDivisionError: log.exception('boom')
fail(); print(buf.getvalue().replace(os.getcwd() + '/', '')); print(log, log.parent, log.isEnabledFor(10), logging.getLevelName(30), log.handlers, logging.getLogger().level)
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter('{asctime} {message}', style='{', datefmt='X')); l2 = logging.getLogger('two'); l2.addHandler(h); l2.propagate = False; l2.setLevel('DEBUG'); l2.debug('dbg'); l2.addFilter(lambda r: 'skip' not in r.msg); l2.info('skip me')
c = configparser.ConfigParser(); c.read_string('[DEFAULT]\na = 1\n[s]\nb: two\nc = %(a)s/x\nflag = yes\nmulti = l1\n  l2\n; comment\n'); print(c.sections(), c['s']['c'], c.getboolean('s', 'flag'), dict(c['s']), c.get('s', 'zz', fallback=3), c.has_option('s', 'a'), c.getint('s', 'a')); c['new'] = {'k': 'v'}; out = io.StringIO(); c.write(out); print(out.getvalue())
for bad in [lambda: c['nope'], lambda: c.get('s', 'q'), lambda: c.read_string('x=1'), lambda: c.read_string('[a]\n[a]')]:
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(list(csv.reader(['a,b,"c,d"', '1,"x ""q""",', '"multi\nline",2'])), list(csv.DictReader(io.StringIO('n,v\nx,1\ny,2,3\nz'))), list(csv.reader(["a|'b|c'"], delimiter='|', quotechar="'")), list(csv.reader(['1,"2",3.5'], quoting=csv.QUOTE_NONNUMERIC)))
o = io.StringIO(); w = csv.writer(o); w.writerow(['a', 'b c', 'd,e', 'f"g', 1, None, 2.5, 'x\ny']); w.writerows([[1, 2], [3, 4]]); print(repr(o.getvalue()))
o = io.StringIO(); d = csv.DictWriter(o, ['x', 'y'], restval='-', quoting=csv.QUOTE_ALL, lineterminator='\n'); d.writeheader(); d.writerow({'x': 1}); print(o.getvalue()); print(csv.list_dialects(), csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter, csv.Sniffer().has_header('name,n\nx,1\ny,2\n'), csv.get_dialect('excel').delimiter, csv.field_size_limit())
csv.register_dialect('pipes', delimiter='|', escapechar='\\', quoting=csv.QUOTE_NONE); o = io.StringIO(); csv.writer(o, 'pipes').writerow(['a|b', 'c']); print(o.getvalue(), list(csv.reader(['a\\|b|c'], 'pipes')))
for bad in [lambda: d.writerow({'q': 1}), lambda: csv.reader([], delimiter='ab'), lambda: csv.reader([], 'nope'), lambda: next(csv.reader([b'x'])), lambda: csv.writer(3), lambda: csv.writer(io.StringIO()).writerow(3), lambda: csv.reader([], quoting=9), lambda: next(csv.reader(['"a'], strict=True)), lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(['a,b']), lambda: csv.reader([], nope=1), lambda: csv.reader([], delimiter=3), lambda: csv.reader([], quotechar=''), lambda: list(csv.reader(['a\nb,c\n'])), lambda: csv.register_dialect(3), lambda: list(csv.reader(['1,x'], quoting=csv.QUOTE_NONNUMERIC)), lambda: csv.reader([], lineterminator=None), lambda: csv.reader([], delimiter=None)]:
    try: print(bad())
    except Exception as e: print(type(e), e)
r = csv.reader(['a,b', 'c']); next(r); print(r.line_num, r.dialect.delimiter, r.dialect.quoting, type(r), type(w), type(r.dialect), csv.QUOTE_STRINGS)
print(platform.system(), platform.python_version(), platform.python_implementation() != '', platform.machine() != '')
s = sched.scheduler(); s.enter(0.05, 1, print, ('second',)); s.enter(0.001, 1, print, kwargs={'sep': '', 'end': 'first\n'}); s.run(); print(s.empty())
atexit.register(print, 'bye', 2); atexit.register(lambda: print('first out')); print(atexit._ncallbacks())
def handler(n, frame): print('got', n, signal.Signals(n).name, frame is not None)
print(signal.signal(signal.SIGUSR1, handler), signal.getsignal(signal.SIGUSR1) is handler); signal.raise_signal(signal.SIGUSR1); print(signal.SIGINT, signal.Signals.SIGTERM, repr(signal.SIG_DFL), signal.getsignal(signal.SIGINT), signal.strsignal(15))
print(locale.setlocale(locale.LC_ALL, 'C'), locale.localeconv()['decimal_point'], locale.format_string('%d', 12345, grouping=True), locale.atof('1.5'), locale.strcoll('a', 'b'), locale.str(2.5))
op = optparse.OptionParser(prog='o'); op.add_option('-f', '--file', dest='fn', help='write to FILE', metavar='FILE'); print(op.parse_args(['-f', 'x', 'y'])); op.print_help()
print(timeit.timeit('x = 1', number=10) > 0, len(timeit.repeat('pass', number=1, repeat=2)), timeit.Timer(lambda: 1).autorange.__name__)
