@rem Scripts in package.json begin with "exec" so that Ctrl-C reaches them and not a shell between npm and them.
@rem Windows has no such command and needs none: this one runs what follows it.
@%*
