# unittest.mock: mocks, calls, patches.
from unittest import mock
from unittest.mock import Mock, MagicMock, call, patch, ANY, sentinel, DEFAULT, PropertyMock, mock_open, create_autospec, NonCallableMock
import os, time, sys, io
def err(f, *a, **k):
    try: return f(*a, **k)
    except BaseException as e: print(type(e).__name__, e)
m = Mock(name='m')
print(m.a.b(1, x=2) is m.a.b.return_value, m.mock_calls, m.method_calls, m.a.b.call_args, m.a.b.called, m.a.b.call_count)
m.a.b(3); m()
print(m.mock_calls == [call.a.b(1,x=2), call.a.b(3), call()], m.call_args_list)
err(m.assert_not_called); err(m.a.b.assert_called_once); err(m.zz.assert_called); err(m.a.b.assert_called_with, 4, y=1); err(m.zz.assert_called_with, 1)
err(m.a.b.assert_called_once_with, 3); err(m.a.b.assert_any_call, 9); err(m.assert_has_calls, [call.a.b(5), call()]); err(m.assert_has_calls, [call.q()], any_order=True)
m.a.b.assert_called_with(3); m.a.b.assert_any_call(1, x=2); m.assert_has_calls([call.a.b(3), call()]); m.a.b.assert_any_call(ANY, x=ANY)
err(lambda: m.assert_foo); err(lambda: m.called_with)
m = Mock(return_value=3, side_effect=None); print(m(), m(1))
m.side_effect = [1, ValueError('v'), 2]; print(m()); err(m); print(m()); err(m)
m.side_effect = lambda x: x*2; print(m(4)); m.side_effect = KeyError('k'); err(m)
m.side_effect = lambda *a: DEFAULT; print(m(1))
class Foo:
    attr = 1
    def meth(self, a, b=2): return a
    def __len__(self): return 3
s = Mock(spec=Foo); print(isinstance(s, Foo), s.meth(1)is not None); err(lambda: s.nope); s.nope2 = 1; print(s.nope2)
s = Mock(spec_set=Foo); err(setattr, s, 'nope', 1)
s = Mock(spec=['x']); err(lambda: s.y); print(s.x is s.x)
mm = MagicMock(); print(len(mm), bool(mm), int(mm), float(mm), list(mm), 3 in mm, mm[1] is mm[2], mm == mm, mm == 1, mm != 1, hash(mm) == hash(mm))
mm.__len__.return_value = 7; mm.__getitem__.side_effect = lambda k: k*2; mm.__iter__.return_value = [1,2]; mm.__contains__.return_value=True; mm.__bool__.return_value=False
print(len(mm), mm[4], list(mm), 9 in mm, bool(mm)); mm[1] = 5; print(mm.__setitem__.call_args)
with mm as e: print(e is mm.__enter__.return_value)
print(mm.__exit__.call_args)
mm.__str__.return_value = 'text'; print(str(mm)); mm.__add__.return_value = 11; print(mm + 1); mm.__lt__.return_value = True; print(mm < 3)
err(lambda: len(Mock())); x = Mock(); x.__len__ = lambda self: 5; print(len(x)); x.__str__ = Mock(return_value='xx'); print(str(x))
err(lambda: MagicMock() < 1); err(lambda: NonCallableMock()())
print(call(1, a=2), call.foo(1).bar(2), call.foo, call.foo(1).bar(2).call_list(), call(1) == ((1,),), call(1) == ((1,), {}), call('a') == call('a'), call(1) != call(2), call.count(1), call(3, k=4).args, call(3,k=4).kwargs)
print(sentinel.abc, sentinel.abc is sentinel.abc, ANY == 3, ANY)
with patch('os.getcwd', return_value='/x') as g: print(os.getcwd(), g.called)
print(os.getcwd() != '/x')
with patch('time.sleep') as sl: time.sleep(1000); sl.assert_called_once_with(1000)
@patch('os.listdir')
@patch('os.path.exists', return_value=True)
def t(ex, ls): ls.return_value = ['q']; return os.path.exists('/nonono'), os.listdir('.')
print(t(), os.path.exists('/nonono'))
class K:
    x = 1
    def m(self): return 'real'
with patch.object(K, 'm', return_value='fake') as pm: print(K().m(), pm.call_args)
print(K().m())
with patch.object(K, 'm', autospec=False, new=lambda self: 'lam'): print(K().m())
err(patch.object(K, 'zz').__enter__); err(patch, 'nodots'); err(patch, 5)
with patch.object(K, 'zz', 5, create=True): print(K.zz)
print(hasattr(K, 'zz'))
d = {'a': 1}
with patch.dict(d, {'b': 2}, c=3): print(d)
with patch.dict(d, clear=True): print(d)
print(d)
with patch.dict('os.environ', {'MOCKED': 'yes'}): print(os.environ['MOCKED'])
print('MOCKED' in os.environ)
with patch.multiple(K, x=5, m=DEFAULT) as v: print(K.x, sorted(v), K().m() is v['m'].return_value)
p = patch('os.getpid', return_value=1); p.start(); print(os.getpid()); p.stop(); print(os.getpid() != 1)
patch('os.getpid', return_value=1).start(); patch.stopall(); print(os.getpid() != 1)
mo = mock_open(read_data='l1\nl2\nl3')
with patch('builtins.open', mo):
    with open('f') as f: print(f.read())
    with open('f') as f: print(list(f), f.readline())
    with open('g', 'w') as f: f.write('data')
mo.assert_called_with('g', 'w'); mo().write.assert_called_once_with('data'); print(mo.mock_calls[:4])
with patch('__main__.K') as KM: KM.return_value.m.return_value = 9; print(K().m())
with patch('sys.stdout', new_callable=io.StringIO) as so: print('captured')
print(repr(so.getvalue()))
class P:
    @property
    def v(self): return 1
with patch.object(P, 'v', new_callable=PropertyMock, return_value=8) as pv: print(P().v, pv.mock_calls)
print(P().v)
m = Mock(); m.configure_mock(**{'a.b.return_value': 3, 'c': 4}); print(m.a.b(), m.c)
parent = Mock(); child = Mock(); parent.attach_mock(child, 'kid'); child(1); print(parent.mock_calls)
m = Mock(); m.a(1); m.reset_mock(); print(m.mock_calls, m.a.called)
m = Mock(wraps=Foo()); print(m.meth(5), m.meth.call_count)
mock.seal(m); err(lambda: m.other)
m = Mock(); del m.gone; err(lambda: m.gone)
au = create_autospec(Foo); print(isinstance(au(), Foo)); err(au().meth); au().meth(1); print(au().meth.call_args); err(lambda: au.nope)
def fn(a, b): pass
af = create_autospec(fn, return_value=3); print(af(1, b=2)); err(af, 1); af.assert_called_once_with(1, 2)
import re
print(re.sub(r"id='\d+'", 'ID', repr([Mock(), Mock(name='n').foo.bar(), MagicMock(spec=Foo), Mock(spec_set=Foo), Mock().x, Mock()()])))
@patch('os.getcwd', return_value='/cls')
class T:
    def test_a(self, g): return os.getcwd()
    def other(self): return os.getcwd()
print(T().test_a(), T().other() != '/cls')
print(mock.Mock(x=3, **{'y.z': 4}).y.z)
