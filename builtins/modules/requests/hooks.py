# The module requests.hooks.

HOOKS = ['response']


def default_hooks():
    return {'response': []}


def dispatch_hook(key, hooks, hook_data, **kwargs):
    """Dispatches a hook dictionary on a given piece of data."""
    found = (hooks or {}).get(key)
    if found:
        for hook in [found] if callable(found) else found:
            result = hook(hook_data, **kwargs)
            if result is not None:
                hook_data = result
    return hook_data
