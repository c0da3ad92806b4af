//! Backpropagation with nothing but for loops, sample by sample. Rust 2021, no crates.
//!
//!     rustc -O backprop.rs
//!
//! i neuron of the layer before, j of this layer, k of the next ("forward") layer.
//! z pre-activations, a activations, t targets, delta ∂cost/∂z: all of one sample.
mod fdlibm;

use fdlibm::{exp, log, tanh};
use std::io::{BufRead, Write};

type Row = Vec<f64>;
type Rows = Vec<Row>;

struct Layer {
    activation: String,
    weights: Rows,
    biases: Row,
    biased: bool,
    pre_activations: Rows, // these three have a row per sample
    activations: Rows,
    deltas: Rows,
    bias_gradients: Row,
    weight_gradients: Rows,
}

/// With the exponential that cannot overflow.
fn sigmoid(z: f64) -> f64 {
    if z < 0.0 { exp(z) / (1.0 + exp(z)) } else { 1.0 / (1.0 + exp(-z)) }
}

fn activation(f: &str, z: f64) -> f64 {
    match f {
        "sigmoid" => sigmoid(z),
        "tanh" => tanh(z),
        "relu" => if z <= 0.0 { 0.0 } else { z },
        "leaky-relu" => if z > 0.0 { z } else { 0.01 * z },
        _ => z, // identity
    }
}

fn derivative(f: &str, z: f64) -> f64 {
    match f {
        "sigmoid" => sigmoid(z) * sigmoid(-z),
        "tanh" => 4.0 * derivative("sigmoid", 2.0 * z),
        "relu" => if z > 0.0 { 1.0 } else { 0.0 },
        "leaky-relu" => if z > 0.0 { 1.0 } else { 0.01 },
        _ => 1.0,
    }
}

/// One by one: the language does not promise it of its own sum.
fn added(terms: impl Iterator<Item = f64>) -> f64 {
    terms.fold(0.0, |total, term| total + term)
}

/// Shifted, because exp(z) could overflow.
fn softmax(z: &Row) -> Row {
    let largest = z.iter().fold(f64::NEG_INFINITY, |most, &each| most.max(each));
    let exponentials: Row = z.iter().map(|&each| exp(each - largest)).collect();
    let total = added(exponentials.iter().copied());
    exponentials.iter().map(|each| each / total).collect()
}

/// t ln a, with the limit 0 where t is 0.
fn logarithm(t: f64, a: f64) -> f64 {
    if t == 0.0 { 0.0 } else { t * log(a) }
}

/// Its derivative, with the same limit.
fn quotient(t: f64, a: f64) -> f64 {
    if t == 0.0 { 0.0 } else { t / a }
}

/// Of one output.
fn output_cost(cost: &str, a: f64, t: f64) -> f64 {
    match cost {
        "squared-error" => (a - t) * (a - t),
        "half-squared-error" => 0.5 * (a - t) * (a - t),
        "cross-entropy" => logarithm(-t, a),
        _ => logarithm(-t, a) + logarithm(t - 1.0, 1.0 - a), // binary-cross-entropy
    }
}

fn cost_derivative(cost: &str, a: f64, t: f64) -> f64 {
    match cost {
        "squared-error" => 2.0 * (a - t),
        "half-squared-error" => a - t,
        "cross-entropy" => quotient(-t, a),
        _ => quotient(-t, a) + quotient(1.0 - t, 1.0 - a),
    }
}

fn output_delta(f: &str, cost: &str, z: &Row, a: &Row, t: &Row) -> Row {
    let slope = |k: usize| cost_derivative(cost, a[k], t[k]);
    let jacobian = |k: usize, j: usize| (if k == j { a[k] } else { 0.0 }) - a[k] * a[j];
    let total = added(t.iter().copied());
    let neurons = 0..a.len();
    neurons.clone().map(|j| match (f, cost) {
        ("sigmoid", "binary-cross-entropy") => a[j] - t[j], // f′ cancels, as in the next
        ("softmax", "cross-entropy") => a[j] * total - t[j],
        ("softmax", _) => added(neurons.clone().map(|k| jacobian(k, j) * slope(k))),
        _ => slope(j) * derivative(f, z[j]),
    }).collect()
}

/// The row of the sample that was added last.
fn newest(rows: &Rows) -> &Row {
    &rows[rows.len() - 1]
}

/// Adds one sample to all gradients, and returns its cost.
fn add_sample(layers: &mut [Layer], cost: &str, x: &Row, t: &Row) -> f64 {
    let mut a = x.clone();
    for layer in layers.iter_mut() {
        let mut z = vec![0.0; layer.biases.len()];
        for j in 0..z.len() { // step 1: pre-activations
            for i in 0..a.len() { z[j] += layer.weights[j][i] * a[i]; }
            z[j] += layer.biases[j];
        }
        let f = layer.activation.as_str();
        a = match f { // step 2: activations
            "softmax" => softmax(&z),
            _ => z.iter().map(|&each| activation(f, each)).collect(),
        };
        layer.pre_activations.push(z);
        layer.activations.push(a.clone());
    }
    let last = &layers[layers.len() - 1];
    let z = newest(&last.pre_activations);
    let mut delta = output_delta(&last.activation, cost, z, &a, t); // step 4: output delta
    for l in (0..layers.len()).rev() {
        let (before, from_here) = layers.split_at_mut(l);
        let layer = &mut from_here[0];
        let inputs = before.last().map_or(x, |layer| newest(&layer.activations));
        for j in 0..delta.len() {
            layer.bias_gradients[j] += delta[j]; // step 5: bias gradients
            for i in 0..inputs.len() { // step 6: weight gradients
                layer.weight_gradients[j][i] += delta[j] * inputs[i];
            }
        }
        layer.deltas.push(delta.clone());
        let Some(hidden) = before.last() else { break };
        let (forward_weights, forward_delta) = (&layer.weights, delta);
        let z = newest(&hidden.pre_activations);
        delta = vec![0.0; z.len()];
        for j in 0..delta.len() { // step 7: hidden delta of the layer before
            for k in 0..forward_delta.len() { delta[j] += forward_weights[k][j] * forward_delta[k]; }
            delta[j] *= derivative(&hidden.activation, z[j]);
        }
    }
    added((0..a.len()).map(|j| output_cost(cost, a[j], t[j]))) // step 3: cost
}

/// A JSON value: a text as it is written, a number, or the items of a list; a map's are its keys
/// and values in turn.
enum Json {
    Text(String),
    Number(f64),
    List(Vec<Json>),
}

impl Json {
    fn read(text: &[u8], at: &mut usize) -> Json {
        let skip = |at: &mut usize| while b" \t\r\n,:".contains(&text[*at]) { *at += 1; };
        skip(at);
        let start = *at;
        match text[start] {
            b'[' | b'{' => {
                let mut items = Vec::new();
                *at += 1;
                skip(at);
                while !b"]}".contains(&text[*at]) {
                    items.push(Json::read(text, at));
                    skip(at);
                }
                *at += 1;
                Json::List(items)
            }
            b'"' => {
                *at += 1;
                while text[*at] != b'"' { *at += if text[*at] == b'\\' { 2 } else { 1 }; }
                *at += 1;
                Json::Text(String::from_utf8_lossy(&text[start + 1..*at - 1]).into_owned())
            }
            _ => {
                while !b" \t\r\n,:]}".contains(&text[*at]) { *at += 1; }
                let word = String::from_utf8_lossy(&text[start..*at]);
                Json::Number(word.parse().expect("a number"))
            }
        }
    }

    fn items(&self) -> &[Json] {
        if let Json::List(items) = self { items } else { panic!("expected a list") }
    }

    fn text(&self) -> &str {
        if let Json::Text(text) = self { text } else { panic!("expected a text") }
    }

    fn number(&self) -> f64 {
        if let Json::Number(number) = self { *number } else { panic!("expected a number") }
    }

    fn row(&self) -> Row {
        self.items().iter().map(Json::number).collect()
    }

    fn rows(&self) -> Rows {
        self.items().iter().map(Json::row).collect()
    }

    fn find(&self, key: &str) -> Option<&Json> {
        self.items().chunks(2).find(|pair| pair[0].text() == key).map(|pair| &pair[1])
    }

    fn field(&self, key: &str) -> &Json {
        self.find(key).expect(key)
    }
}

/// As few digits as bring the number back; NaN in quotes.
fn written(number: f64) -> String {
    if number.is_finite() { format!("{number:?}") } else { format!("\"{number}\"") }
}

fn written_row(row: &Row) -> String {
    format!("[{}]", row.iter().map(|&each| written(each)).collect::<Vec<_>>().join(", "))
}

fn written_rows(rows: &Rows) -> String {
    format!("[{}]", rows.iter().map(written_row).collect::<Vec<_>>().join(", "))
}

fn transpose(rows: &Rows) -> Rows {
    (0..rows[0].len()).map(|i| rows.iter().map(|row| row[i]).collect()).collect()
}

/// Step 8: update.
fn updated(parameters: &Row, gradients: &Row, rate: f64) -> Row {
    let pairs = parameters.iter().zip(gradients);
    pairs.map(|(parameter, gradient)| parameter - rate * gradient).collect()
}

/// A case in, gradients out.
fn answer(case: &Json) -> String {
    let turned = case.find("weightLayout").is_some();
    let turn = |rows: &Rows| if turned { transpose(rows) } else { rows.clone() };
    let mut layers: Vec<Layer> = case.field("layers").items().iter().map(|layer| {
        let weights = turn(&layer.field("weights").rows());
        let biases = layer.find("biases").map(Json::row);
        Layer {
            activation: layer.field("activation").text().to_string(),
            bias_gradients: vec![0.0; weights.len()],
            weight_gradients: vec![vec![0.0; weights[0].len()]; weights.len()],
            biased: biases.is_some(),
            biases: biases.unwrap_or_else(|| vec![0.0; weights.len()]),
            weights,
            pre_activations: Vec::new(),
            activations: Vec::new(),
            deltas: Vec::new(),
        }
    }).collect();
    let (inputs, targets) = (case.field("inputs").rows(), case.field("targets").rows());
    let cost = case.field("cost").text();
    let samples = inputs.iter().zip(&targets);
    let total = added(samples.map(|(x, t)| add_sample(&mut layers, cost, x, t)));
    let factor = match case.field("reduction").text() {
        "sum" => 1.0,
        "mean" => 1.0 / targets.len() as f64,
        _ => 1.0 / (targets.len() * targets[0].len()) as f64, // element-mean
    };
    let scaled = |row: &Row| row.iter().map(|sum| sum * factor).collect::<Row>();
    let answers: Vec<String> = layers.iter().map(|layer| {
        let bias_gradients = scaled(&layer.bias_gradients);
        let weight_gradients: Rows = layer.weight_gradients.iter().map(scaled).collect();
        let mut answer = format!(
            "{{\"preActivations\": {}, \"activations\": {}, \"deltas\": {}",
            written_rows(&layer.pre_activations), written_rows(&layer.activations),
            written_rows(&layer.deltas));
        answer += &format!(", \"weightGradients\": {}", written_rows(&turn(&weight_gradients)));
        if layer.biased {
            answer += &format!(", \"biasGradients\": {}", written_row(&bias_gradients));
        }
        if let Some(rate) = case.find("learningRate").map(Json::number) {
            let pairs = layer.weights.iter().zip(&weight_gradients);
            let weights = pairs.map(|(row, gradients)| updated(row, gradients, rate)).collect();
            let biases = updated(&layer.biases, &bias_gradients, rate);
            answer += &format!(", \"updatedWeights\": {}", written_rows(&turn(&weights)));
            if layer.biased {
                answer += &format!(", \"updatedBiases\": {}", written_row(&biases));
            }
        }
        answer + "}"
    }).collect();
    let start = "{\"format\": \"backprop-gradients-1\", \"name\": ";
    let name = case.field("name").text();
    let cost = written(total * factor);
    format!("{start}\"{name}\", \"cost\": {cost}, \"layers\": [{}]}}", answers.join(", "))
}

fn main() -> std::io::Result<()> {
    for line in std::io::stdin().lock().lines() {
        let case = Json::read(line?.as_bytes(), &mut 0);
        println!("{}", answer(&case));
        std::io::stdout().flush()?;
    }
    Ok(())
}
