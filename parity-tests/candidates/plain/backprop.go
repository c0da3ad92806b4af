// Backpropagation in loops, asked in the plain protocol: go run backprop.go
package main
import ("bufio"; "fmt"; "math"; "os"; "strings")
type layer struct { f string; biased int; w, dw [][]float64 } // a bias is one more weight, of an input that is 1
func value(f string, z float64) float64 { return map[string]float64{"identity": z, "sigmoid": 1 / (1 + math.Exp(-z)), "tanh": math.Tanh(z), "relu": math.Max(z, 0)}[f] }
func slope(f string, a float64) float64 { return map[string]float64{"identity": 1, "sigmoid": a * (1 - a), "tanh": 1 - a*a, "relu": math.Ceil(a / (a + 1))}[f] } // f'(z), told by a
func answer(line string) string {
	in := strings.NewReader(line)
	row := func(count int) []float64 { row := make([]float64, count); for i := range row { fmt.Fscan(in, &row[i]) }; return row }
	var plain, cost, reduction, out string; var depth, samples, inputs, width int
	fmt.Fscan(in, &plain, &depth, &samples, &cost, &reduction, &plain, &inputs)
	net, before := make([]layer, depth), inputs
	for l := range net {
		fmt.Fscan(in, &width, &net[l].f, &net[l].biased)
		if !strings.Contains("identity sigmoid tanh relu", net[l].f) || !strings.Contains(cost, "squared-error") { return "unsupported" }
		for j := 0; j < width; j++ { net[l].w, net[l].dw = append(net[l].w, row(before)), append(net[l].dw, make([]float64, before+1)) }
		for j := range net[l].w { net[l].w[j] = append(net[l].w[j], append(row(net[l].biased), 0)[0]) }
		before = width
	}
	n := map[string]int{"sum": 1, "mean": samples, "element-mean": samples * width}[reduction]
	for s := 0; s < samples; s++ {
		a, t := [][]float64{append(row(inputs), 1)}, row(width)
		for l := range net {
			a = append(a, append(make([]float64, len(net[l].w)), 1))
			for j, w := range net[l].w { sum := 0.0; for i := range w { sum += w[i] * a[l][i] }; a[l+1][j] = value(net[l].f, sum) }
		}
		for j := range t { t[j] = a[depth][j] - t[j]; if cost == "squared-error" { t[j] *= 2 } }
		for l, back := depth-1, t; l >= 0; l-- {
			before := make([]float64, len(a[l]))
			for j, w := range net[l].w { for i := range w {
				delta := back[j] * slope(net[l].f, a[l+1][j])
				net[l].dw[j][i] += delta * a[l][i] / float64(n)
				before[i] += w[i] * delta
			} }
			back = before
	} }
	for _, l := range net { for _, w := range l.dw { out += fmt.Sprint(w[:len(w)-1]) }
		for _, w := range l.dw { out += fmt.Sprint(w[len(w)-l.biased:]) } }
	return "gradients ?" + strings.NewReplacer("[", " ", "]", "").Replace(out) }
func main() { for in := bufio.NewScanner(os.Stdin); in.Scan(); { fmt.Println(answer(in.Text())) } }
