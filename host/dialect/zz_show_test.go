package dialect
import ("testing";"os";"fmt")
func TestZZShow(t *testing.T){ n:=os.Getenv("SHOW"); if n=="" {t.Skip()}; b,_:=os.ReadFile(n); s,_:=lowerText(t,string(b),Options{OpenGlobals: os.Getenv("OPEN")!=""}); fmt.Println(s)}
