package dialect

func checkModule(src *sourceText, m *Module) error { return nil }
