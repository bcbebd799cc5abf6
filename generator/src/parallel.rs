//! The same work on many items at once.
//!
//! # Invariants
//! - The results come in the order of the items: how many threads there were shows in the time only.

use std::num::NonZero;
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does the work on every item, on as many threads as there are processors.
///
/// Each thread takes the next item that nobody has taken yet, so large items do not hold up small ones.
pub fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(items.len());
    if threads < 2 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else { return done };
            done.push((index, work(item)));
        }
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(take)).collect();
        let mut done = take();
        for other in others {
            done.extend(other.join().unwrap_or_else(|reason| panic::resume_unwind(reason)));
        }
        done
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..1000).collect();
        let doubled = map(&items, |item| {
            if item % 7 == 0 {
                std::thread::yield_now();
            }
            item * 2
        });
        assert!(doubled.iter().enumerate().all(|(index, result)| *result == index * 2));
        assert_eq!((doubled.len(), map(&[3], |item| item + 1)), (1000, vec![4]));
        assert!(map(&[0; 0], |item| *item).is_empty());
    }

    #[test]
    #[should_panic(expected = "the fourth item")]
    fn a_panic_comes_through() {
        map(&[1, 2, 3, 4, 5], |item| assert_ne!(*item, 4, "the fourth item"));
    }
}
