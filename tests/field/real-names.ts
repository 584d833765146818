/** Names that people really bear, from many countries, in their own scripts: each must be welcome in a class. */

/** One word each: first and family names, many of which hold another word. */
const SINGLE = `
Anusha Anushka Anusree Shital Shitara Shitaba Sheetal Harshit Harshita Harshith Dikshit Dikshita Dixit Akshit Akshita Lakshita Rakshit Rakshita Parshit Mashita
Matsushita Takeshita Yamashita Kinoshita Morishita Ashita Yoshitaka Michishita Miyashita Iwashita Hashitani Kashitani
Cumhur Cumali Cumbal Cuma Cummings Cumming Cumberbatch Cumberland Mecum Slocum Marcum Dick Dickie Dickson Dickinson
Dickens Dickerson Dickey Dicky Benedick Fanny Gay Gaye Gaylord Gayle Randy Randi Willy Willie Wiley Fuk Fukuda Fukui Fukumoto Fukuyama Fukushima
Fukunaga Fukiko Fukuko Phuc Phuoc Phuong Dung Dũng Phúc Bich Bích Ngoc Suk Seok Wang Wong Dong Dang Kunt Cuntz Kuntz Kunz Kuntze Cockburn Cockerill Cockcroft
Hancock Babcock Woodcock Peacock Hitchcock Alcock Glasscock Wilcox Cox Cocker Focker Fokker Fucik Fučík Fuchs Fugger Titus Titania Tittel Titov Tito
Semen Semyon Assad Assaf Assia Assunta Hassan Cassandra Cassidy Bassett Massimo Essex Sussex Middlesex Scunthorpe
Penistone Penelope Pennington Lightwater Clitheroe Arsenal Arsene Arsenio Arslan Arseny Arsalan Parsons Larsen
 Analisa Anali Analia Anahit Analyn Janus Manus Uranus Sanusi Yanus Nazia Nazir Nazim Nazira Nazli Nigel Niger Nigar Nygaard Niggli
Raphael Rapee Rapeepat Grape Draper Chaiporn Porn Somporn Pornthip Pornchai Pornsak Supaporn Kittiporn Sexton Sexauer Wanke Swank
Wankel Wanka Twatt Dyke Vandyke Dykes Kike Kiki Coon Coons Calhoun Spicer Spicoli Paki Pakize Chin Chinka Kook Homolka Homola
Hoe Hooker Hoare Horsley Horacio Horak Whorley Boner Bonner Boehner Butt Butts Buttner Buttigieg Bhatt Bhutto
Bitchu Bichette Bitchener Lipschitz Schitt Schmidt Shmuel Shidehara Shih Sheeting Pissarro Pisani Pissarides Pussycat Puskás Puslespil Push
Pushkin Puspita Putin Putri Puteri Putnam Puthy Puttaraju Putman Shepherd Kumar Akum Kumiko Cumiko Yakuma
Titilayo Titi Titanic Titta Tittu Fagan Fagin Fagundes Fager Fagerberg Faggin Faghri Fagon Retha Montalban
Slutsky Slutskaya Sluter Hoshi Shizuka Shino Shin Shinji Shine Shinee Shinobu Shinichi Yoshine Negasi Negri
Negrete Fickinger Vogel Vögele Loser Loeser Hostetler Rooter Ruth Roote
Depp Corno Terrone Finocchio Cagna Culotta Culkin Cullen Cul-de-Sac Conchita Concha Marica Maricar Zorro Pollan
Gago Kutscher Kutlu Kutay Lulu Sukkar Suki Sukarno Sukanya Sukhbir Sukhdeep Amina Aminah
Amine Aminata Göktuğ Götz Göte Piçarra Pichai Picasso Pica Bokeria Bok Malakar Malaka Malak Kontula Memet Memeke Pukki Puki
Babi Bobo Peder Pedersen Pedro Pederico Pido Kurwicki Kurt Kurtz Chujko Hujer Huja Dupain Dupas Duparc Cipriani Kutasi
Randhawa Gandhi Lauda Laudan Chutia Harami Kamin Kaminari Kuttiyan Unkovic Kusonoki Aho Ahola Ahonen Kokot
Kunda Kundan Paska Luder Luderitz Horemans Kukan Fitter Fitte Boga Szarka Szari Buzik Buziak Kasar Kaşar
Analı Ana Anal-Güneş Semenov Sexby Orgad Shag Shagufta Shaggy Bumi Bumgarner Assing Fartun Farid Crapper Crapo
Crappi Poonam Poon Tinkler Weiner Wiener Wienerman Johnson Johnston Rodd Beaver Beavers Balls Wood Woody Cherry Gash
Gashi Muff Muffin Muffat Tossi Minge Minger Mingus Knob Knobloch Knobel Bolloré Blow Blower Blowes
Gobi Koon Jap Japp Japheth Jappe Krautkrämer Kraut Mick Mickey Paddy Paddington Taffy Jock Yank Yankee Yankovic
Hitt Hittner Hitti Adolf Adolfo Adolphus Stalina Osama Usama Isis Iseult Jihad Islam Messiah Jesus Jésus Mohammed Muhammad Krishna Christ 
Teach Adminton Sensui Ada Ian Lan Zoe Zoë Mika Bob Al Bo Jo Ng O Oz Xi Yu Wu E Å
Saoirse Niamh Siobhán Caoimhe Aoife Tadhg Eoghan Oisín Llywelyn Rhys Angharad Ffion Myfanwy Hamish Eilidh
Jürgen Günther Jörg Käthe Björn Sören Heike Antje Uwe Detlef Kurtz Wolfgang Weiß Strauß Groß Süß Müller Schröder Schäfer Köhler
François Élodie Anaïs Maëlle Loïc Gaëtan Benoît Aurélie Héloïse Côme Cyrille Bénédicte Thibault Chloé Zoé Gaston Cunégonde
José Jesús Concepción Íñigo Begoña Nuño Ximena Asunción Purificación Encarnación Iker Xabier Joaquín Cayetana
João Conceição Inês Gonçalo Simão Assunção Catarina Beatriz Leticia Thaís Cauã Iara
Giuseppe Concetta Gesualdo Immacolata Nicolò Pierangelo Vittoria Cazzola Stronati Fregoli
Şükrü Işıl Çağla Gökhan Ümit Öznur Nurşin Tuğba Yıldız Sıla Aslı Aydın Bilge Cansu Dilek Emre Figen Gamze
Łukasz Małgorzata Zbigniew Grzegorz Wojciech Świętosława Józef Żaneta Jędrzej Agnieszka Krzysztof Szczepan Dobrosława
Zdeněk Jiří Řehoř Květa Štěpán Božena Žofie Jaromír Ondřej Ľubomír Ľudmila Drahomíra Horný Fičo Kokoška
Zsófia György Ágnes Gergő Szilvia Örs Tünde Csongor Fanni Dezső Bence Ilona Sarolta
Dragoș Ștefan Mălina Ioana Răzvan Țuțea Cătălin Anca Ilinca Crăciun
Đorđe Željko Šime Čedomir Ćamil Živko Snežana Jagoda Puniša Dragica
Åsa Göran Ingegerd Örjan Märta Øyvind Bjørg Åse Sølvi Kåre Solveig Fredrik Jørgen Søren Dagny Guðrún Þórunn Ægir Hafþór Sigríður
Päivi Jyrki Väinö Aino Perttu Sampsa Tuire Urho Õie Ülle Mihkel Ants Tiit Krišjānis Ilze Žydrūnas Ąžuolas Bitė
Nguyễn Trần Lê Phạm Huỳnh Hoàng Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Thảo Hương Loan Lộc Hạnh Thủy Đức Tuấn Dũng Thu Cúc Cu Du Đào Bưởi Lon 
Adebayo Chukwuemeka Ngozi Oluwaseun Folasade Babatunde Yewande Ikechukwu Nnamdi Uchenna Ifeoma Kwame Akosua Kofi Adjoa Yaw Abena Fatou Mamadou
Aminata Ousmane Ndeye Cheikh Khadija Moussa Awa Sekou Tendai Rudo Thabo Nomvula Sipho Lindiwe Themba Zanele Wanjiru Kamau
Otieno Achieng Njoroge Nyambura Mwangi Tesfaye Haile Tigist Girma Abebe Selam Makonnen Dikembe Mutombo Bongani Tshepo Fifi
Aarav Diya Ishaan Ananya Vivaan Aadhya Reyansh Saanvi Krishnan Lakshmi Venkatesh Subramaniam Padmavathi Dikshitar Poonam Gurpreet Harpreet
Jaspreet Manpreet Sukhwinder Balwinder Guru Swastika Swasti Aryan Nazneen Suman Asmita Ashit Ashitha Lalit Lalita Titli Bhadwaj Bharadwaj Gandhari Chandu Randeep
Ahmed Fatima Aisha Yusuf Ibrahim Khadijah Hussein Zaynab Mustafa Maryam Layla Abdurrahman Abdulaziz Osman Faisal Noor Hala Dalal Modarres Moallem
Ariel Noa Itai Shira Yael Moshe Rivka Dov Dafna Osnat Anat Shifra Pesach Nitzan Gad Ofir Oz Dikla
Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Sik Hyunsik Bum Beom Seokjin Suk-hee Dong-wook Kyungsuk Youngsuk Sukjin Hyo-jin Joo-hyun Wonshik Shik
Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Ma Zhu Hu Lin Guo He Gao Luo Zheng Liang Xie Song Tang Xing Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lü Ding Ren Lu Yao Shen Zhong Cui Tan Wang Shi Shiting Shitao
Sato Suzuki Takahashi Tanaka Watanabe Ito Nakamura Kobayashi Kato Yoshida Yamada Sasaki Yamaguchi Saito Matsumoto Inoue Kimura Hayashi Shimizu Yamazaki Mori Abe Ikeda Hashimoto Ishikawa Nakajima Maeda Fujita Ogawa Okada Goto Hasegawa Murakami Kondo Ishii Sakamoto Endo Aoki Fujii Nishimura Fukuhara Nachi Asuka Mitsuki Manami Manabu Manaka Chinami Chinatsu Kusuo Kusano Unno Benki Shiori Shinne
Somchai Nong Ploy Fah Bank Boss Golf Dao Fern Mook Kanokporn Siriporn Prapaporn Anuspong Supak Titaree
Malakai Sione Tui Mele Kahurangi Aroha Wiremu Tāne Kai Leilani Keanu Kekoa Nalani
Itzel Xochitl Cuauhtémoc Quetzalli Citlali Nayeli Pilar Inti Wayra Killa Sayani
`;

/** In their own scripts. */
const OWN_SCRIPTS = `
さくら たいき だいき けんた げんた はな ばなな みほ まお まなみ まんご ちなつ ちひろ ちんねん しねま よしね しのぶ しんじ くすお ふくそう わかば わかばかい ばかんす うんの じゅんこ しゅんこ きんた きんたろう ころすけ
ゆうき ゆうぎ こうた ごうた ひろと びろと みき みぎ きよう きょう りつこ りっこ おおの おの しまんこ やまんこ くるみ こころ なち あおい めい ひまり かすみ ごみや くずは でぶお ぶすじま あほうどり えっちゃん びっちゃん
タイキ ダイキ ハナ コロンブス グレイプ パチンコ カスミ シネマ ヨシネ クズハ アホロートル マンゴー ウンノ キンタロウ ジュンコ チヒロ ジョン マイケル ルーク モニカ
田中 佐藤 鈴木 高橋 渡辺 渡邊 渡邉 伊藤 山本 中村 小林 加藤 吉田 山田 佐々木 斎藤 齋藤 齊藤 松本 井上 木村 林 清水 森 阿部 池田 橋本 石川 髙橋 﨑山 辻 葛城 殺陣師 糞尿譚 大便 死なない 金玉均 金玉珠 莉子 結愛 大翔 蓮 陽葵 美咲 翔太 健太 源太 太樹 大樹 先 生田 生先
王伟 李娜 张敏 刘洋 陈静 杨勇 赵磊 黄丽 周杰 吴强 徐鹏 孙燕 马超 朱军 胡梅 郭涛 何芳 高翔 林鹿 罗丹 郑爽 梁博 谢婷 宋佳 唐嫣 曹操 操琴 干将 傻根 陳大文 黃志強 林佳蓉 張雅婷 區瑞強 草薙 草間 猪瀬 王八斤
김민준 이서연 박지훈 최수아 정예준 강하은 조시우 윤지우 장서준 임하윤 한지민 오세훈 서현 신동엽 권보아 황정민 안재욱 송강호 류승룡 홍길동 시원 보아 보영 지수 석진 병희 신지 재석 박보검 자영 시바견 미친
Иван Мария Дмитрий Анастасия Сергей Ольга Алексей Екатерина Владимир Наталья Фёдор Пётр Алёна Семён Юлия Лохвицкая Хованский Хачатурян Чморов Сукачёв Дураков Муравьёв Суханов Писарев Пискунов Тарас Оксана Ґалаґан Їжакевич Євген Ганна Хуан Хулио Хуэйлинь Хач Бляхин Мандельштам Мудров Гондурасов Ебергард Манько Себастьян
Γιώργος Ελένη Κώστας Μαρία Δημήτρης Σοφία Παναγιώτης Ιωάννα Χρήστος Μουνίρ Μαλακάσης Πούσκιν
محمد أحمد فاطمة علي حسين عائشة يوسف مريم خالد نور ليلى عمر زينب إبراهيم سارة هدى كسرى خولة حمارة علی‌رضا فاطمه زهرا کیان کیوان نازنین پارسا رضا
נועה יואב תמר איתי יעל משה רבקה דוד שרה אורי שירה אלון מיכל רן גל זיו זינה מורן מורג
आरव दीया ईशान अनन्या विवान आध्या कृष्ण लक्ष्मी राम रमा रीमा रोमा दीक्षित हर्षित शीतल अनुषा नमस्ते कमीनी सालार गणेश क्षितिज ज्ञान श्री
অর্ণব প্রিয়া সৌরভ রিয়া অনন্যা தமிழ் கவிதா முருகன் லட்சுமி தினேஷ் அனுஷா సురేష్ లక్ష్మి అనూష ಕಾವ್ಯ ರವಿ മീര അനു ગીતા હર્ષ ਗੁਰਪ੍ਰੀਤ ਹਰਪ੍ਰੀਤ ශ්‍රීමතී චන්ද්‍රිකා නිමල් ଅନୁଷା
สมชาย สมหญิง พรทิพย์ พร ประยุทธ์ ยิ่งลักษณ์ ณัฐวุฒิ สัสดี หีบ ควินท์ ศิริพร กมล รามา รัมภา รำไพ ນາງ ສົມ ສຸດາ សុខា ចាន់ ពិសិដ្ឋ အောင် စု မြ
გიორგი ნინო დავით მარიამ Արամ Անի Գոռ Նարե አበበ ትዕግስት ሰላም ᠮᠥᠩᠬᠡ བསྟན་འཛིན ཚེ་རིང
`;

/** With a family name, an initial, a hyphen. */
const FULL = [
  'Anne-Marie Cox',
  'Dick Cheney',
  'Fanny Ardant',
  'Randy Newman',
  'Gay Talese',
  'Mike Hunt',
  'Anita Dick',
  'Robin Cock',
  'Tom Lehrer',
  'Paul Host',
  'Jo-Ann',
  "O'Neill",
  'D’Angelo',
  'Max M.',
  'A. B.',
  'J. R. R.',
  'Mary Jane',
  'Ng Wei',
  'Li Wei',
  'Phuc Nguyen',
  'Dung Tran',
  'Bich Ngoc',
  'Suk Kim',
  'Fuk Wong',
  'Wang Dong',
  'Sergiy Manko',
  'Del Negro',
  'Thomas Neger',
  'István Baka',
  'Adolf Fick',
  'Giovanni Verga',
  'Kari Hora',
  'Феликс Лох',
  'Nguyễn Thị Bích',
  'Trần Dũng',
  'Đỗ Phúc',
  'Ali Modarres',
  'Kutlu Kut',
  'Aşkın Nur Yengi',
  'Cumhur Yılmaz',
  'Semen Semenov',
  'Ludwig Ficker',
  'Teresa Orlowski',
  'Kim Suk',
  'Shital Dikshit',
  'Anal Sheth',
  'Gaye Su Akyol',
  'Kurt Kunt',
  'Ana Lena',
  'Christian Fuchs',
  'Titus M',
  'Amina Hasan',
  'Suki W',
  'Will Power',
  'Anna 1',
  'Anna L',
  'Ben 7',
  'Klasse 7b',
  '3-11',
  '11-3',
  '07',
  '455',
  '717',
  '42 Anna',
  'Anna88',
  'Leo1455',
  'R2D2',
  'K9',
  'B52',
  'Agent 007',
  '7 of 9',
  'pen is mine',
  'Fukuda Class',
  '🦊🐻',
  '❤️ Mia',
  '田中 さくら',
  'さくら・ばかり',
  'やました しん',
];

/** All of them. */
export const REAL_NAMES: readonly string[] = [
  ...[...SINGLE.split(/\s+/u), ...OWN_SCRIPTS.split(/\s+/u)].filter((name) => name !== ''),
  ...FULL,
];
