// Made by `cargo run generate` from spec/methods/arms.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Arms".

shape! {
    /// An arm of a longitudinal project.
    Arm {
        new(arm_num: value(i64), name: text(String));
        /// Number of the arm, from 1.
        arm_num: required value(i64) = "arm_num";
        /// Name of the arm.
        name: required text(String) = "name";
    }
}
