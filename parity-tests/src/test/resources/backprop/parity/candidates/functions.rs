//! Reads lines such as "exp 3ff0000000000000" and prints the bits of each result.
mod fdlibm;

fn main() {
    for line in std::io::stdin().lines() {
        let line = line.expect("a line");
        let (name, bits) = line.split_once(' ').expect("two words");
        let argument = f64::from_bits(u64::from_str_radix(bits.trim(), 16).expect("bits"));
        let result = match name {
            "exp" => fdlibm::exp(argument),
            "log" => fdlibm::log(argument),
            _ => fdlibm::tanh(argument),
        };
        println!("{:016x}", result.to_bits());
    }
}
