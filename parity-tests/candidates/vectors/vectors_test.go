// Holds a program against the vendored vectors, without a JDK: go test
package main
import ("math"; "os"; "strconv"; "strings"; "testing")

func TestEveryVector(t *testing.T) {
	text, problem := os.ReadFile(os.Getenv("VECTORS"))
	if problem != nil { text, problem = os.ReadFile("golden-plain.txt") }
	if problem != nil { t.Fatal(problem) }
	number := func(word string) float64 { x, problem := strconv.ParseFloat(word, 64); if problem != nil { t.Fatal(problem) }; return x }
	compared, lines := 0, strings.Split(strings.TrimSpace(string(text)), "\n")
	for n := 0; n < len(lines); n += 3 {
		found, expected, allowed := strings.Fields(answer(lines[n])), strings.Fields(lines[n+1]), strings.Fields(lines[n+2])
		if found[0] != "gradients" { continue }
		if len(found) != len(expected) { t.Errorf("case %d: %d words, not %d", n/3+1, len(found), len(expected)); continue }
		compared++
		for i := 2; i < len(found); i++ { // after the cost
			if !(math.Abs(number(found[i])-number(expected[i])) <= number(allowed[i])) { t.Errorf("case %d, number %d", n/3+1, i-2) }
		}
	}
	if compared == 0 { t.Error("no case was compared") }
}
