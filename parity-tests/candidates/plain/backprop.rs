// Backpropagation in loops, asked in the plain protocol. Build: rustc -O backprop.rs
use std::io::{stdin, BufRead};
struct Layer { f: String, biased: bool, w: Vec<Vec<f64>>, dw: Vec<Vec<f64>> } // a bias is one more weight, of an input that is 1
fn value(f: &str, z: f64) -> f64 { match f { "sigmoid" => 1.0 / (1.0 + (-z).exp()), "tanh" => z.tanh(), "relu" => z.max(0.0), _ => z } }
fn slope(f: &str, a: f64) -> f64 { match f { "sigmoid" => a * (1.0 - a), "tanh" => 1.0 - a * a, "relu" => (a > 0.0) as i32 as f64, _ => 1.0 } }
pub fn answer(line: &str) -> String {
    let mut words = line.split_whitespace().skip(1);
    let head: Vec<&str> = words.by_ref().take(6).collect();
    let (samples, cost, reduction, inputs): (usize, _, _, usize) = (head[1].parse().unwrap(), head[2], head[3], head[5].parse().unwrap());
    let (mut net, mut width): (Vec<Layer>, usize) = (Vec::new(), inputs);
    for _ in 0..head[0].parse().unwrap() {
        let before = std::mem::replace(&mut width, words.next().unwrap().parse().unwrap());
        let (f, biased) = (words.next().unwrap().to_string(), words.next() == Some("1"));
        if !["identity", "sigmoid", "tanh", "relu"].contains(&f.as_str()) || !cost.contains("squared-error") { return "unsupported".to_string(); }
        let mut w: Vec<Vec<f64>> = (0..width).map(|_| numbers(&mut words, before)).collect();
        for row in w.iter_mut() { row.push(if biased { numbers(&mut words, 1)[0] } else { 0.0 }); }
        net.push(Layer { f, biased, w, dw: vec![vec![0.0; before + 1]; width] });
    }
    let n = match reduction { "sum" => 1, "mean" => samples, _ => samples * width } as f64;
    for _ in 0..samples {
        let (mut a, t) = (vec![numbers(&mut words, inputs)], numbers(&mut words, width));
        for (l, layer) in net.iter().enumerate() {
            a[l].push(1.0);
            a.push(layer.w.iter().map(|row| value(&layer.f, row.iter().zip(&a[l]).map(|(w, x)| w * x).sum())).collect());
        }
        let mut back: Vec<f64> = a[net.len()].iter().zip(&t).map(|(y, x)| (y - x) * if cost == "squared-error" { 2.0 } else { 1.0 }).collect();
        for l in (0..net.len()).rev() {
            let mut before = vec![0.0; a[l].len()];
            for j in 0..net[l].w.len() { for i in 0..before.len() {
                let delta = back[j] * slope(&net[l].f, a[l + 1][j]);
                net[l].dw[j][i] += delta * a[l][i] / n;
                before[i] += net[l].w[j][i] * delta;
            } }
            back = before;
    } }
    let weights = |l: &Layer| l.dw.iter().flat_map(|row| row[..row.len() - 1].to_vec()).collect::<Vec<f64>>();
    let biases = |l: &Layer| l.dw.iter().filter(|_| l.biased).map(|row| row[row.len() - 1]).collect();
    net.iter().flat_map(|l| [weights(l), biases(l)].concat()).fold("gradients ?".to_string(), |out, x| format!("{} {:e}", out, x)) }
fn numbers<'a>(words: &mut impl Iterator<Item = &'a str>, count: usize) -> Vec<f64> { words.take(count).map(|x| x.parse().unwrap()).collect() }
fn main() { for line in stdin().lock().lines() { println!("{}", answer(&line.unwrap())); } }
