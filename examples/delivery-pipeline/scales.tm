//! How this team measures risk: three scales and a matrix of its own.
//!
//! Each number is the upper end of its level. The five levels of the library (up to 4%, 20%, 79%, 95%, 100%) land
//! by the middle of their ranges:
//!
//! | library  | Chance | Harm     |
//! |----------|--------|----------|
//! | VeryLow  | Low    | Low      |
//! | Low      | Low    | Low      |
//! | Moderate | Medium | Medium   |
//! | High     | High   | High     |
//! | VeryHigh | High   | Critical |

/// How likely it is within a year.
scale Chance { Low = 20%, Medium = 79%, High = 100% }

/// How much it hurts: an hour, a day, a week of the team's time; Critical is the company's name in the news.
scale Harm { Low = 20%, Medium = 79%, High = 95%, Critical = 100% }

/// What we do about it: Low when there is time, Moderate this quarter, High now. Spread evenly: the numbers only give the order.
scale Urgency { Low = 33%, Moderate = 67%, High = 100% }

/// Rows: chance. Columns: harm, from Low to Critical. Every cell was argued about once:
///
/// - **High, Low: Low.** What often costs an hour is a nuisance. The slow runner lives here.
/// - **High, Medium: Moderate.** A lost day, often: plan it.
/// - **High, High** and **High, Critical: High.** Likely and bad: now. The hard-coded keys live here.
/// - **Medium, Low: Low.** Cannot be worse than High, Low.
/// - **Medium, Medium: Moderate.** The outdated dependency lives here.
/// - **Medium, High: Moderate.** A bad week that may come: this quarter, after what is likely.
/// - **Medium, Critical: High.** Nobody wants to have waited for it.
/// - **Low, Low** and **Low, Medium: Low.** Rare and bearable.
/// - **Low, High: Low.** Rare, and we have been through it before.
/// - **Low, Critical: Moderate.** Rare does not excuse having no plan.
matrix PipelineRisk: Chance Harm -> Urgency {
  High   | Low Moderate High     High
  Medium | Low Moderate Moderate High
  Low    | Low Low      Low      Moderate
}
