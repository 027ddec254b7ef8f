{{%AUTOESCAPE context="HTML"}}
<h1>Inducción al servicio civil</h1>
<p class="lead">Aquí las entidades públicas y SERVIR registran a quienes ingresan al Estado y siguen su inducción, desde el primer día hasta la última etapa.</p>
{{#ANONIMO}}<div class="acc"><a class="btn" href="/cuenta/ingresar">Ingresar al portal</a> <a href="/cuenta/recuperar">Olvidé mi contraseña</a></div>
{{/ANONIMO}}{{#SESION}}<div class="acc"><a class="btn" href="{{INICIO}}">Ir a mi inicio</a></div>
{{/SESION}}<div class="nota">
<h2>¿Recibió una invitación?</h2>
<p>Abra el enlace personal de su correo o de la hoja que le entregó su oficina de recursos humanos (ORH). Con él crea su contraseña; no necesita registrarse antes. Si el enlace venció, pida otro a quien se lo entregó.</p>
</div>
<h2>Los tres programas</h2>
<ul class="tarjetas">
<li><h3>Directivos públicos</h3><p>Para quienes asumen un puesto directivo: curso, talleres, mentoría y una red para compartir experiencias.</p></li>
<li><h3>Servidores</h3><p>Para quienes ingresan a una entidad. Tiene tres etapas: inducción al Estado, a la entidad y al puesto.</p></li>
<li><h3>Funcionarios y autoridades</h3><p>Para las autoridades regionales y municipales que inician su gestión.</p></li>
</ul>
<h2>¿Quién usa el portal?</h2>
<p>Las ORH registran ingresos y siguen las etapas; los jefes reciben a su personal; cada servidor ve su propio avance; SERVIR acompaña y da cuenta de los resultados. Si trabaja en una ORH y su entidad aún no participa, vea cómo hacerlo en la <a href="/publico/ayuda">ayuda</a>.</p>
