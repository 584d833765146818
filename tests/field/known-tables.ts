/** The tables that lessons about learning begin with, in the forms that people have them in: few rows, as their makers write them. */

const IRIS = [
  [5.1, 3.5, 1.4, 0.2, 0],
  [4.9, 3.0, 1.4, 0.2, 0],
  [4.7, 3.2, 1.3, 0.2, 0],
  [5.4, 3.9, 1.7, 0.4, 0],
  [7.0, 3.2, 4.7, 1.4, 1],
  [6.4, 3.2, 4.5, 1.5, 1],
  [5.5, 2.3, 4.0, 1.3, 1],
  [6.5, 2.8, 4.6, 1.5, 1],
  [6.3, 3.3, 6.0, 2.5, 2],
  [5.8, 2.7, 5.1, 1.9, 2],
  [7.1, 3.0, 5.9, 2.1, 2],
  [6.3, 2.9, 5.6, 1.8, 2],
] as const;
const SPECIES = ['setosa', 'versicolor', 'virginica'] as const;
const irisRows = (label: (kind: number) => string) =>
  IRIS.map(([a, b, c, d, kind]) => `${a},${b},${c},${d},${label(kind)}`);

export const IRIS_SEABORN = [
  'sepal_length,sepal_width,petal_length,petal_width,species',
  ...irisRows((kind) => SPECIES[kind]!),
  '',
].join('\n');
const IRIS_UCI = [...irisRows((kind) => `Iris-${SPECIES[kind]}`), '', ''].join('\n');
const IRIS_SCIKIT = ['12,4,setosa,versicolor,virginica', ...irisRows(String), ''].join('\n');
const IRIS_KAGGLE = [
  'Id,SepalLengthCm,SepalWidthCm,PetalLengthCm,PetalWidthCm,Species',
  ...irisRows((kind) => `Iris-${SPECIES[kind]}`).map((row, i) => `${i + 1},${row}`),
  '',
].join('\r\n');
/** write.csv of R. */
const IRIS_R = [
  '"","Sepal.Length","Sepal.Width","Petal.Length","Petal.Width","Species"',
  ...irisRows((kind) => `"${SPECIES[kind]}"`).map((row, i) => `"${i + 1}",${row}`),
  '',
].join('\n');
/** write.table of R: blanks, and no name above the names of the rows. */
const IRIS_R_TABLE = [
  '"Sepal.Length" "Sepal.Width" "Petal.Length" "Petal.Width" "Species"',
  ...irisRows((kind) => `"${SPECIES[kind]}"`).map((row, i) => `"${i + 1}" ${row.replaceAll(',', ' ')}`),
  '',
].join('\n');
/** to_csv of pandas, with its index. */
const IRIS_PANDAS = [
  ',sepal length (cm),sepal width (cm),petal length (cm),petal width (cm),target',
  ...irisRows((kind) => `${kind}.0`).map((row, i) => `${i},${row}`),
  '',
].join('\n');
export const IRIS_ALL = {
  IRIS_SEABORN,
  IRIS_UCI,
  IRIS_SCIKIT,
  IRIS_KAGGLE,
  IRIS_R,
  IRIS_R_TABLE,
  IRIS_PANDAS,
};

export const TITANIC = `PassengerId,Survived,Pclass,Name,Sex,Age,SibSp,Parch,Ticket,Fare,Cabin,Embarked
1,0,3,"Braund, Mr. Owen Harris",male,22,1,0,A/5 21171,7.25,,S
2,1,1,"Cumings, Mrs. John Bradley (Florence Briggs Thayer)",female,38,1,0,PC 17599,71.2833,C85,C
3,1,3,"Heikkinen, Miss. Laina",female,26,0,0,STON/O2. 3101282,7.925,,S
4,1,1,"Futrelle, Mrs. Jacques Heath (Lily May Peel)",female,35,1,0,113803,53.1,C123,S
5,0,3,"Allen, Mr. William Henry",male,35,0,0,373450,8.05,,S
6,0,3,"Moran, Mr. James",male,,0,0,330877,8.4583,,Q
7,0,1,"McCarthy, Mr. Timothy J",male,54,0,0,17463,51.8625,E46,S
8,0,3,"Palsson, Master. Gosta Leonard",male,2,3,1,349909,21.075,,S
9,1,3,"Johnson, Mrs. Oscar W (Elisabeth Vilhelmina Berg)",female,27,0,2,347742,11.1333,,S
10,1,2,"Nasser, Mrs. Nicholas (Adele Achem)",female,14,1,0,237736,30.0708,,C
11,1,3,"Sandstrom, Miss. Marguerite Rut",female,4,1,1,PP 9549,16.7,G6,S
12,0,3,"O'Dwyer, Mr. Edward ""Ned""",male,,0,0,330959,7.8792,,Q
`;

/** UCI: the class first, thirteen measurements, no header. */
export const WINE_UCI = `1,14.23,1.71,2.43,15.6,127,2.8,3.06,.28,2.29,5.64,1.04,3.92,1065
1,13.2,1.78,2.14,11.2,100,2.65,2.76,.26,1.28,4.38,1.05,3.4,1050
1,13.16,2.36,2.67,18.6,101,2.8,3.24,.3,2.81,5.68,1.03,3.17,1185
2,12.37,.94,1.36,10.6,88,1.98,.57,.28,.42,1.95,1.05,1.82,520
2,12.33,1.1,2.28,16,101,2.05,1.09,.63,.41,3.27,1.25,1.67,680
2,12.64,1.36,2.02,16.8,100,2.02,1.41,.53,.62,5.75,.98,1.59,450
3,12.86,1.35,2.32,18,122,1.51,1.25,.21,.94,4.1,.76,1.29,630
3,12.88,2.99,2.4,20,104,1.3,1.22,.24,.83,5.4,.74,1.42,530
3,12.81,2.31,2.4,24,98,1.15,1.09,.27,.83,5.7,.66,1.36,560
`;

/** UCI: semicolons, headings in quotes. */
export const WINE_QUALITY = `"fixed acidity";"volatile acidity";"citric acid";"residual sugar";"chlorides";"free sulfur dioxide";"total sulfur dioxide";"density";"pH";"sulphates";"alcohol";"quality"
7.4;0.7;0;1.9;0.076;11;34;0.9978;3.51;0.56;9.4;5
7.8;0.88;0;2.6;0.098;25;67;0.9968;3.2;0.68;9.8;5
11.2;0.28;0.56;1.9;0.075;17;60;0.998;3.16;0.58;9.8;6
7.3;0.65;0;1.2;0.065;15;21;0.9946;3.39;0.47;10;7
7.8;0.58;0.02;2;0.073;9;18;0.9968;3.36;0.57;9.5;7
6.7;0.58;0.08;1.8;0.097;15;65;0.9959;3.28;0.54;9.2;5
8.5;0.28;0.56;1.8;0.092;35;103;0.9969;3.3;0.75;10.5;6
`;

export const PENGUINS = `species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,year
Adelie,Torgersen,39.1,18.7,181,3750,male,2007
Adelie,Torgersen,39.5,17.4,186,3800,female,2007
Adelie,Torgersen,40.3,18,195,3250,female,2007
Adelie,Torgersen,NA,NA,NA,NA,NA,2007
Gentoo,Biscoe,46.1,13.2,211,4500,female,2007
Gentoo,Biscoe,50,16.3,230,5700,male,2007
Gentoo,Biscoe,47.3,13.8,216,4725,NA,2009
Chinstrap,Dream,46.5,17.9,192,3500,female,2007
Chinstrap,Dream,50,19.5,196,3900,male,2007
Chinstrap,Dream,51.3,19.2,193,3650,male,2008
`;

/** Two moons of 40 points, with the separators, decimal signs and line ends that people have. */
export function moons(separator: string, decimal: '.' | ',' = '.', end = '\n', header = true): string {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const angle = (i / 40) * Math.PI;
    const [x, y, label] =
      i % 2 === 0
        ? [Math.cos(angle), Math.sin(angle), 'A']
        : [1 - Math.cos(angle), 0.5 - Math.sin(angle), 'B'];
    return [x, y]
      .map((value) => value.toFixed(4).replace('.', decimal))
      .concat(label)
      .join(separator);
  });
  return `${[...(header ? [['x', 'y', 'label'].join(separator)] : []), ...rows].join(end)}${end}`;
}
