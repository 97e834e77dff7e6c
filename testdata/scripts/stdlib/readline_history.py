# readline: the history and what scripts set.
import readline

readline.clear_history()
for line in ('one', 'two', 'three'):
    readline.add_history(line)
print(readline.get_current_history_length(), readline.get_history_item(1), readline.get_history_item(9))
readline.replace_history_item(0, 'ONE')
readline.remove_history_item(1)
readline.write_history_file('h')
print(open('h').read())
readline.clear_history()
readline.read_history_file('h')
print([readline.get_history_item(i + 1) for i in range(readline.get_current_history_length())])
readline.set_completer(print)
readline.parse_and_bind('tab: complete')
print(readline.get_completer() is print, readline.get_line_buffer() == '')
try:
    readline.read_history_file('missing')
except OSError as e:
    print(type(e).__name__)
