package repl

const childEnv = "STARPOOL_TEST_REPL"

func child() {}
