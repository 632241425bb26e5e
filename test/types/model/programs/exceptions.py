def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, getattr(e,'__notes__',''))
E=ValueError
t(lambda: E(x=1)); t(lambda: E.__new__(E,x=1)); t(lambda: E(1,2)); t(lambda: str(E(1,2))); t(lambda: str(E())); t(lambda:KeyError('a')); t(lambda:str(KeyError('a'))); t(lambda: str(KeyError(1,2)))
t(lambda: setattr(E(),'args',5)); t(lambda: delattr(E(),'args')); t(lambda: setattr(E(),'__traceback__',5)); t(lambda: delattr(E(),'__traceback__')); t(lambda: setattr(E(),'__cause__',5)); t(lambda: delattr(E(),'__cause__')); t(lambda: setattr(E(),'__context__',5)); t(lambda: setattr(E(),'__suppress_context__',5))
t(lambda: E().with_traceback(5)); t(lambda: E().add_note(5)); t(lambda:E().__reduce__()); t(lambda: E(1).__setstate__({'a':1})); t(lambda: E().__notes__)
t(lambda: OSError(2,'No','f')); t(lambda: str(OSError(2,'No','f'))); t(lambda: str(OSError(2,'No','f',None,'g'))); t(lambda: OSError(2,'No','f').args); t(lambda: OSError(2,'x').errno); t(lambda: OSError('x').errno); t(lambda: str(OSError(99999,'x'))); t(lambda: OSError(1,2,3,4,5,6)); t(lambda: FileNotFoundError(13,'x')); t(lambda:OSError(2,'No','f').filename); t(lambda: OSError(11,'x',3).characters_written); t(lambda: type(BlockingIOError(11,'x',3))); t(lambda: BlockingIOError(11,'x',3).characters_written); t(lambda: OSError(2,'No','f').filename2); t(lambda: OSError().filename)
t(lambda: StopIteration(1,2).value); t(lambda: StopIteration().value); t(lambda: SystemExit(1,2).code); t(lambda: SystemExit().code)
t(lambda: ImportError('a',name='n',path='p').name); t(lambda: ImportError('a',zz=1)); t(lambda: ImportError('a','b').msg); t(lambda: str(ImportError('a','b'))); t(lambda: ImportError('x').name_from)
t(lambda: NameError('a',name='q').name); t(lambda: AttributeError('a',name='q',obj=3).obj); t(lambda: AttributeError(z=3)); t(lambda: NameError('a').name)
S=SyntaxError
t(lambda: str(S('m',('f.py',1,2,'txt')))); t(lambda: S('m',('f.py',1,2,'txt')).end_lineno); t(lambda: S('m',('f.py',1,2))); t(lambda: str(S('m'))); t(lambda: str(S('m',('/a/f.py',1,2,'txt',3,4)))); t(lambda: str(S('m',(None,1,2,'txt',3,4)))); t(lambda: S('m',('/a/f.py',1,2,'txt',3,4)).args); t(lambda: S().msg); t(lambda: str(S())); t(lambda: S('m',('f.py',None,2,'txt')).lineno); t(lambda: str(S('m',('f.py',None,2,'txt')))); t(lambda: S('m',1)); t(lambda: S('m').print_file_and_line)
t(lambda: UnicodeDecodeError('utf8',b'ab\xff',2,3,'bad')); t(lambda: str(UnicodeDecodeError('utf8',b'ab\xff',2,3,'bad'))); t(lambda: str(UnicodeDecodeError('utf8',b'ab\xff',1,3,'bad'))); t(lambda: str(UnicodeEncodeError('utf8','ab\xff',2,3,'bad'))); t(lambda: str(UnicodeEncodeError('utf8','ab\u1234',2,3,'bad')));  t(lambda: str(UnicodeEncodeError('utf8','ab\U00012345',2,3,'bad'))); t(lambda: str(UnicodeEncodeError('utf8','ab',0,2,'bad'))); t(lambda: UnicodeDecodeError('utf8')); t(lambda: UnicodeDecodeError('utf8',1,2,3,4)); t(lambda: str(UnicodeTranslateError('ab',0,1,'bad'))); t(lambda: UnicodeDecodeError('utf8',b'ab\xff',2,3,'bad').object)
G=ExceptionGroup; BG=BaseExceptionGroup
t(lambda: G('m',[E(1)])); t(lambda: BG('m',[E(1)])); t(lambda: BG('m',[KeyboardInterrupt()])); t(lambda: G('m',[KeyboardInterrupt()])); t(lambda: G(1,[E()])); t(lambda: G('m',1)); t(lambda: G('m',[])); t(lambda: G('m',[1])); t(lambda: G('m')); t(lambda: str(G('m',[E(1)]))); t(lambda: str(G('m',[E(1),E(2)]))); t(lambda: G('m',(E(1),)).args); t(lambda: G('m',(E(1),)).exceptions); t(lambda: G('m',[E(1),TypeError(2)]).split(E)); t(lambda: G('m',[E(1),G('n',[TypeError(2),E(3)])]).subgroup(E)); t(lambda: G('m',[E(1),G('n',[TypeError(2),E(3)])]).split(lambda e: isinstance(e,E))); t(lambda: G('m',[E(1)]).subgroup(KeyError)); t(lambda: G('m',[E(1)]).split(5)); t(lambda: G('m',[E(1)]).derive([E(2)])); t(lambda: G('m',[E(1)]).derive([KeyboardInterrupt()])); t(lambda: G('m',[E(1)]).split((E,KeyError))); t(lambda: G[int])
class MG(G): pass
t(lambda: MG('m',[E(1)]).split(E)); t(lambda: MG('m',[KeyboardInterrupt()])); 
class MB(BG): pass
t(lambda: MB('m',[KeyboardInterrupt()]))
class MB2(BG,E): pass
t(lambda: MB2('m',[KeyboardInterrupt()]))
class C(Exception):
    def __init__(self,a,b): self.a=a
t(lambda: C(1,2)); t(lambda: str(C(1,2))); t(lambda: C(1)); t(lambda: C(1,b=2)); t(lambda: C(1,2).args)
class O(OSError):
    def __init__(self,*a): pass
t(lambda: O(2,'x')); t(lambda: O(2,'x').errno); t(lambda: str(O(2,'x')))
class O2(OSError): pass
t(lambda: O2(2,'x')); t(lambda: str(O2(2,'x')))
t(lambda: BaseException.__init__(5)); t(lambda: E.__str__(5))
t(lambda: E('a') == E('a'))
def f():
    try:
        try: 1/0
        except ZeroDivisionError as e: raise KeyError('k') from e
    except KeyError as e2:
        return e2.__cause__, e2.__context__, e2.__suppress_context__, e2.__traceback__.tb_lineno > 0, e2.__traceback__.tb_next
t(f)
def f():
    try: raise ValueError
    except ValueError as e: return e, e.args
t(f)
def f():
    try: raise 5
    except TypeError as e: return e
t(f)
def f():
    try:
        try: 1/0
        except int: pass
    except TypeError as e: return e
t(f)
def f():
    out = []
    try:
        raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [ValueError(3), KeyError(4)])])
    except* ValueError as g: out.append(('v', g.exceptions))
    except* TypeError as g: out.append(('t', g.exceptions))
    except* KeyError as g: out.append(('k', g))
    return out
t(f)
def f():
    e = ValueError('x'); e.add_note('n1'); e.add_note('n2'); e.extra = 5
    return e.__notes__, e.__dict__
t(f)
