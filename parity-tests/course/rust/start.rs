// Backpropagation, chapter by chapter: fill in one function after the other, from top to bottom.
// After each: backprop follow --command \
//   'rustc --edition 2021 -o start start.rs && ./start'
//
// One sample at a time, with nothing but for loops. i is a neuron of the layer before, j of this
// layer, k of the next ("forward") layer.
#![allow(dead_code, unused_variables)] // take this out when everything is written
use std::fmt::Debug;
use std::fs::File;
use std::io::{stdin, BufRead, Write};
use std::os::fd::FromRawFd;
use std::panic::{catch_unwind, set_hook, AssertUnwindSafe};
use std::sync::Mutex;

type Rows = Vec<Vec<f64>>;

// Chapter 1 · derivative
// Nothing to write: this program can already answer.

// Chapter 2 · one neuron
// Returns the number z, which is
// weights[0] * inputs[0] + weights[1] * inputs[1] + … + bias.
fn pre_activation(weights: &[f64], inputs: &[f64], bias: f64) -> f64 {
    todo!()
}

// Returns the number f(z) = 1 / (1 + exp(-z)).
fn sigmoid(z: f64) -> f64 {
    todo!()
}

// Chapter 3 · a layer
// Returns the list of z: for every neuron j its weights[j] and biases[j],
// and the same inputs.
fn pre_activations(
    weights: &[Vec<f64>],
    inputs: &[f64],
    biases: &[f64],
) -> Vec<f64> {
    todo!()
}

// Chapter 4 · output delta
// Returns the number ½(a - t)², added up over the outputs j.
fn cost(activations: &[f64], targets: &[f64]) -> f64 {
    todo!()
}

// Returns the number f′(z), the slope of the sigmoid at z.
fn sigmoid_derivative(z: f64) -> f64 {
    todo!()
}

// Returns the list of (a - t) * f′(z), one for every output j.
fn output_delta(
    pre_activations: &[f64],
    activations: &[f64],
    targets: &[f64],
) -> Vec<f64> {
    todo!()
}

// Chapter 5 · bias and weight gradients
// Returns the list of delta * 1, one for every neuron j.
fn bias_gradients(delta: &[f64]) -> Vec<f64> {
    todo!()
}

// Returns a list of lists like the weights, [j][i]: delta * input.
fn weight_gradients(delta: &[f64], inputs: &[f64]) -> Rows {
    todo!()
}

// Chapter 6 · hidden delta
// Returns the list of (sum over k of forward weight * forward delta) * f′(z),
// for every neuron j: the weights are [k][j], the forward deltas [k], z [j].
fn hidden_delta(
    forward_weights: &[Vec<f64>],
    forward_delta: &[f64],
    pre_activations: &[f64],
) -> Vec<f64> {
    todo!()
}

// Chapter 7 · the slot rule
// Returns a list of lists in which rows have become columns:
// what was [j][i] is [i][j].
fn transpose(rows: &[Vec<f64>]) -> Rows {
    todo!()
}

// Chapter 8 · batches
// Returns one number for the whole batch: the sum of the terms, one from each
// sample, times 1 for "sum", 1/N for "mean", 1/(N * outputs) for
// "element-mean". N is the number of samples.
fn reduced(terms: &[f64], reduction: &str, outputs: usize) -> f64 {
    todo!()
}

// Chapter 9 · learning
// Returns the list of parameter - learning rate * gradient.
fn updated(
    parameters: &[f64],
    gradients: &[f64],
    learning_rate: f64,
) -> Vec<f64> {
    todo!()
}

// The matrix track · multiply
// Returns the product, a list of lists:
// [r][c] is the sum over q of left[r][q] * right[q][c].
fn multiply(left: &[Vec<f64>], right: &[Vec<f64>]) -> Rows {
    todo!()
}

// Ready: nothing is left to write from here on. It reads questions, calls the functions above,
// and answers with whatever they return so far.
// What the last panic said, and in which line.
static PANIC: Mutex<(String, u32)> = Mutex::new((String::new(), 0));

/// Calls the functions, and remembers why one gives nothing to the question at hand.
struct Course {
    problems: Vec<(String, String)>, // a function, and the rest in JSON
    left_out: Option<String>,        // 'backprop follow' wants to know who is called
}

/// What can come back: a number, a list or rows.
trait Shape: Debug {
    fn sizes(&self) -> String;
    fn fits(&self, sizes: &[usize]) -> bool;
}

impl Shape for f64 {
    fn sizes(&self) -> String {
        String::new()
    }
    fn fits(&self, sizes: &[usize]) -> bool {
        sizes.is_empty()
    }
}

impl Shape for Vec<f64> {
    fn sizes(&self) -> String {
        self.len().to_string()
    }
    fn fits(&self, sizes: &[usize]) -> bool {
        sizes == [self.len()]
    }
}

impl Shape for Rows {
    fn sizes(&self) -> String { // 2 x 3, or 2 x 3 or 4 if the rows differ
        let mut widths: Vec<String> = self.iter().map(|row| row.len().to_string()).collect();
        widths.dedup();
        format!("{} x {}", self.len(), widths.join(" or "))
    }
    fn fits(&self, sizes: &[usize]) -> bool {
        self.len() == sizes[0] && self.iter().all(|row| row.len() == sizes[1])
    }
}

impl Course {
    /// What a function returns, if it has these sizes.
    fn tried<T: Shape>(&mut self, name: &str, sizes: &[usize], f: impl FnOnce() -> T) -> Option<T> {
        self.mark(&format!("calling {name}"));
        let left_out = self.left_out.clone().unwrap_or_default();
        if left_out.split(' ').any(|each| each == name) {
            return self.nothing(name, "\"left-out\"".to_string());
        }
        let value = catch_unwind(AssertUnwindSafe(f));
        self.mark(&format!("back from {name}"));
        match value {
            Ok(value) if value.fits(sizes) => Some(value),
            Ok(value) => {
                let text: String = format!("{value:?}").chars().take(60).collect();
                let what = format!("\"message\": {text:?}, \"sizes\": {sizes:?}");
                self.nothing(name, format!("\"unfit\", {what}, \"found\": {:?}", value.sizes()))
            }
            Err(_) => {
                let (message, line) = PANIC.lock().unwrap().clone();
                if message.starts_with("not yet implemented") {
                    return self.nothing(name, "\"returned-nothing\"".to_string());
                }
                let details = format!("\"stopped\", \"message\": {message:?}, \"line\": {line}");
                self.nothing(name, details)
            }
        }
    }

    fn mark(&self, text: &str) {
        if self.left_out.is_some() {
            eprintln!("backprop: {text}");
        }
    }

    fn nothing<T>(&mut self, name: &str, kind: String) -> Option<T> {
        if self.problems.iter().all(|(known, _)| known != name) {
            self.problems.push((name.to_string(), kind));
        }
        None
    }

    fn one_sample(&mut self, layers: &[Layer], inputs: &[f64], targets: &[f64]) -> Vec<Step> {
        let mut steps: Vec<Step> = layers.iter().map(|_| Step::default()).collect();
        let mut a = inputs.to_vec();
        for (layer, step) in layers.iter().zip(&mut steps) {
            let (weights, biases) = (&layer.weights, &layer.biases);
            step.inputs = a.clone();
            let z = if biases.len() == 1 {
                self.tried("pre_activation", &[], || pre_activation(&weights[0], &a, biases[0]))
                    .map(|only| vec![only])
            } else {
                let sizes = [biases.len()];
                self.tried("pre_activations", &sizes, || pre_activations(weights, &a, biases))
            };
            let Some(z) = z else { return steps };
            step.z = Some(z.clone());
            let known: Option<Vec<f64>> =
                z.iter().map(|&each| self.tried("sigmoid", &[], || sigmoid(each))).collect();
            let Some(known) = known else { return steps };
            step.a = Some(known.clone());
            a = known;
        }
        let last = steps.len() - 1;
        let z = steps[last].z.clone().unwrap();
        steps[last].cost = self.tried("cost", &[], || cost(&a, targets));
        let sizes = [targets.len()];
        let mut delta = self.tried("output_delta", &sizes, || output_delta(&z, &a, targets));
        for l in (0..layers.len()).rev() {
            let Some(known) = delta else { return steps };
            let (outputs, x) = (known.len(), steps[l].inputs.clone());
            let step = &mut steps[l];
            step.biases = self.tried("bias_gradients", &[outputs], || bias_gradients(&known));
            let sizes = [outputs, x.len()];
            step.weights =
                self.tried("weight_gradients", &sizes, || weight_gradients(&known, &x));
            step.delta = Some(known.clone());
            delta = None;
            if l > 0 {
                let before = steps[l - 1].z.clone().unwrap();
                let sizes = [before.len()];
                let forward = &layers[l].weights;
                delta = self
                    .tried("hidden_delta", &sizes, || hidden_delta(forward, &known, &before));
            }
        }
        steps
    }

    /// Of one number from each sample.
    fn batch(&mut self, question: &Json, samples: &[Option<f64>]) -> Option<f64> {
        let terms: Vec<f64> = samples.iter().copied().collect::<Option<_>>()?;
        let reduction = question.at("reduction").text();
        if terms.len() == 1 && reduction == "sum" {
            return Some(terms[0]);
        }
        let outputs = question.at("targets").rows()[0].len();
        self.tried("reduced", &[], || reduced(&terms, &reduction, outputs))
    }

    /// Of rows from each sample.
    fn batch_of_rows(&mut self, question: &Json, samples: &[Option<Rows>]) -> Option<Rows> {
        let all: Vec<&Rows> = samples.iter().map(|each| each.as_ref()).collect::<Option<_>>()?;
        let mut rows = all[0].clone();
        for (j, row) in rows.iter_mut().enumerate() {
            for (i, entry) in row.iter_mut().enumerate() {
                let terms: Vec<Option<f64>> = all.iter().map(|each| Some(each[j][i])).collect();
                *entry = self.batch(question, &terms)?;
            }
        }
        Some(rows)
    }

    /// Where weights are written the other way round.
    fn turn(&mut self, question: &Json, rows: Option<Rows>) -> Option<Rows> {
        let rows = rows?;
        if question.find("weightLayout").is_none() {
            return Some(rows);
        }
        let sizes = [rows[0].len(), rows.len()];
        self.tried("transpose", &sizes, || transpose(&rows))
    }

    fn answer(&mut self, question: &Json) -> String {
        let mut layers = Vec::new();
        for layer in question.at("layers").list() {
            let biases = layer.at("biases").row();
            let weights = self.turn(question, Some(layer.at("weights").rows()));
            layers.push(weights.map(|weights| Layer { weights, biases }));
        }
        let count = layers.len();
        let Some(layers) = layers.into_iter().collect::<Option<Vec<Layer>>>() else {
            return format!("\"layers\": [{}]", vec!["{}"; count].join(", "));
        };
        let (inputs, targets) = (question.at("inputs").rows(), question.at("targets").rows());
        let samples: Vec<Vec<Step>> =
            inputs.iter().zip(&targets).map(|(x, t)| self.one_sample(&layers, x, t)).collect();
        let mut answers = Vec::new();
        for (l, layer) in layers.iter().enumerate() {
            answers.push(self.answer_layer(question, layer, samples.iter().map(|all| &all[l])));
        }
        let costs: Vec<Option<f64>> = samples.iter().map(|all| all[count - 1].cost).collect();
        let cost = self.batch(question, &costs);
        let cost = cost.map(|cost| format!("\"cost\": {}, ", written(&cost))).unwrap_or_default();
        format!("{cost}\"layers\": [{}]", answers.join(", "))
    }

    fn answer_layer<'a>(
        &mut self,
        question: &Json,
        layer: &Layer,
        samples: impl Iterator<Item = &'a Step>,
    ) -> String {
        let steps: Vec<&Step> = samples.collect();
        let each = |f: fn(&Step) -> &Option<Vec<f64>>| -> Option<Rows> {
            steps.iter().map(|step| f(step).clone()).collect()
        };
        let mut fields = Vec::new();
        let mut add = |name: &str, rows: Option<Rows>, single: bool| {
            if let Some(rows) = rows {
                let lists: Vec<String> = rows.iter().map(|row| list(row)).collect();
                let whole = format!("[{}]", lists.join(", "));
                fields.push(format!("\"{name}\": {}", if single { &lists[0] } else { &whole }));
            }
        };
        add("preActivations", each(|step| &step.z), false);
        add("activations", each(|step| &step.a), false);
        add("deltas", each(|step| &step.delta), false);
        let in_a_row: Vec<Option<Rows>> =
            steps.iter().map(|step| step.biases.clone().map(|row| vec![row])).collect();
        let biases = self.batch_of_rows(question, &in_a_row);
        let gradients: Vec<Option<Rows>> = steps.iter().map(|step| step.weights.clone()).collect();
        let weights = self.batch_of_rows(question, &gradients);
        if let (Some(rate), Some(biases), Some(weights)) =
            (question.find("learningRate"), &biases, &weights)
        {
            let rate = rate.number();
            let mut update = |old: &[f64], slopes: &[f64]| {
                self.tried("updated", &[old.len()], || updated(old, slopes, rate))
            };
            let pairs = layer.weights.iter().zip(weights);
            let rows = pairs.map(|(old, row)| update(old, row)).collect();
            add("updatedBiases", update(&layer.biases, &biases[0]).map(|row| vec![row]), true);
            add("updatedWeights", self.turn(question, rows), false);
        }
        add("biasGradients", biases, true);
        add("weightGradients", self.turn(question, weights), false);
        format!("{{{}}}", fields.join(", "))
    }

    /// The matrix track asks for one function's value.
    fn answer_matrix(&mut self, question: &Json) -> String {
        let given = question.at("matrices").list();
        let sizes: Vec<usize> = question.at("sizes").row().iter().map(|&n| n as usize).collect();
        let matrices: Vec<Rows> = given.iter().map(|each| each.rows()).collect();
        let rows = if question.at("function").text() == "multiply" {
            self.tried("multiply", &sizes, || multiply(&matrices[0], &matrices[1]))
        } else {
            self.tried("transpose", &sizes, || transpose(&matrices[0]))
        };
        let lists: Vec<String> = rows.iter().flatten().map(|row| list(row)).collect();
        if lists.is_empty() {
            return "\"layers\": []".to_string();
        }
        format!("\"matrix\": [{}]", lists.join(", "))
    }
}

struct Layer {
    weights: Rows,
    biases: Vec<f64>,
}

#[derive(Default)]
struct Step {
    inputs: Vec<f64>,
    z: Option<Vec<f64>>,
    a: Option<Vec<f64>>,
    delta: Option<Vec<f64>>,
    biases: Option<Vec<f64>>,
    weights: Option<Rows>,
    cost: Option<f64>, // of the last layer
}

fn written(value: &f64) -> String { // JSON has no NaN and no infinities
    if value.is_finite() { format!("{value:?}") } else { format!("\"{value}\"") }
}

fn list(row: &[f64]) -> String {
    format!("[{}]", row.iter().map(written).collect::<Vec<_>>().join(", "))
}

enum Json {
    Word(String), // a text or a number, as it is written
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

impl Json {
    fn read(text: &mut &str) -> Option<Json> { // none at the end of a list or map
        *text = text.trim_start_matches([' ', ',', ':']);
        let first = text.chars().next()?;
        if first == '"' {
            let (word, rest) = text[1..].split_once('"')?;
            *text = rest;
            return Some(Json::Word(word.to_string()));
        }
        let rest = &text[1..];
        if first == '[' || first == '{' {
            *text = rest;
            let mut items = Vec::new();
            while let Some(item) = Json::read(text) {
                items.push(item);
            }
            if first == '[' {
                return Some(Json::List(items));
            }
            let mut items = items.into_iter();
            let mut map = Vec::new();
            while let (Some(key), Some(value)) = (items.next(), items.next()) {
                map.push((key.text(), value));
            }
            return Some(Json::Map(map));
        }
        if first == ']' || first == '}' {
            *text = rest;
            return None;
        }
        let (word, rest) = text.split_at(text.find([',', ']', '}']).unwrap_or(text.len()));
        *text = rest;
        Some(Json::Word(word.trim().to_string()))
    }

    fn find(&self, key: &str) -> Option<&Json> {
        let Json::Map(map) = self else { return None };
        map.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    fn at(&self, key: &str) -> &Json {
        self.find(key).unwrap_or_else(|| panic!("no {key}"))
    }

    fn list(&self) -> &[Json] {
        if let Json::List(items) = self { items } else { &[] }
    }

    fn text(&self) -> String {
        if let Json::Word(word) = self { word.clone() } else { String::new() }
    }

    fn number(&self) -> f64 {
        self.text().parse().expect("a number")
    }

    fn row(&self) -> Vec<f64> {
        self.list().iter().map(Json::number).collect()
    }

    fn rows(&self) -> Rows {
        self.list().iter().map(Json::row).collect()
    }
}

fn not_known(question: &Json) -> Option<String> { // teach it more, and say less here
    let layers = question.at("layers").list();
    let mut names: Vec<String> = layers.iter().map(|layer| layer.at("activation").text()).collect();
    names.push(question.at("cost").text());
    names.into_iter().find(|name| name != "sigmoid" && name != "half-squared-error")
}

extern "C" {
    fn dup(file: i32) -> i32;
    fn dup2(file: i32, other: i32) -> i32;
}

fn main() {
    // SAFETY: both are open when a program begins. What you print is no answer.
    let mut answers = unsafe { File::from_raw_fd(dup(1)) };
    unsafe { dup2(2, 1) };
    set_hook(Box::new(|panic| {
        let text = panic.to_string(); // panicked at mine.rs:12:3:⏎message
        let message = panic.payload().downcast_ref::<&str>().map(|text| text.to_string());
        let message = message.or(panic.payload().downcast_ref::<String>().cloned()).unwrap_or(text);
        *PANIC.lock().unwrap() = (message, panic.location().map_or(0, |place| place.line()));
    }));
    let left_out = std::env::var("BACKPROP_LEAVE_OUT").ok();
    for line in stdin().lock().lines().map_while(Result::ok) {
        let Some(question) = Json::read(&mut line.as_str()) else { continue };
        let name = question.at("name").text();
        let mut course = Course { problems: Vec::new(), left_out: left_out.clone() };
        course.mark(&format!("asked {name}"));
        let answer = if question.find("matrices").is_some() {
            course.answer_matrix(&question)
        } else if let Some(other) = not_known(&question) {
            format!("\"unsupported\": \"no {other}\"")
        } else {
            course.answer(&question)
        };
        let why: Vec<String> = course
            .problems
            .iter()
            .map(|(name, kind)| format!("{{\"function\": \"{name}\", \"kind\": {kind}}}"))
            .collect();
        let beginning = format!("{{\"format\": \"backprop-gradients-1\", \"name\": \"{name}\", ");
        let ending = format!(", \"problems\": [{}]}}\n", why.join(", "));
        answers.write_all((beginning + &answer + &ending).as_bytes()).expect("standard output");
    }
}
