// Holds a program against the vendored vectors, without a JDK: rustc --test vectors.rs && ./vectors (or cargo test)
#[path = "backprop.rs"]
#[allow(dead_code)]
mod backprop;

#[test]
fn every_vector() {
    let path = std::env::var("VECTORS").unwrap_or("golden-plain.txt".to_string());
    let text = std::fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let numbers = |line: &str| line.split(' ').skip(2).map(|x| x.parse().unwrap()).collect::<Vec<f64>>(); // after the cost
    let mut compared = 0;
    for (number, vector) in lines.chunks(3).enumerate() {
        let answer = backprop::answer(vector[0]);
        if answer.starts_with("gradients") {
            let (found, expected, allowed) = (numbers(&answer), numbers(vector[1]), numbers(vector[2]));
            assert_eq!(found.len(), expected.len(), "case {}", number + 1);
            for i in 0..found.len() { assert!((found[i] - expected[i]).abs() <= allowed[i], "case {}, number {}", number + 1, i); }
            compared += 1;
        }
    }
    assert!(compared > 0, "no case was compared");
}
