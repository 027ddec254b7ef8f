{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
{{#CESADO}}<h1>Deshacer el fin del vínculo</h1>
<p class="lead">{{NOMBRE}} · {{TIPO_DOCUMENTO}} {{DOCUMENTO}} · {{PUESTO}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Si el fin se registró por error, deshágalo: el vínculo sigue vigente y las etapas vuelven al estado que tenían. Queda en la historia que se registró y que se deshizo. Si la persona volvió a ingresar, regístrela otra vez.</p></details>
<div class="alerta"><p>El vínculo de <strong>{{NOMBRE}}</strong> terminó el {{FECHA_CESE:x-largo}}{{#HAY_MOTIVO_CESE}}: {{MOTIVO_CESE}}{{/HAY_MOTIVO_CESE}}. Al deshacerlo, vuelve a figurar con vínculo vigente y sus etapas recuperan su estado anterior.</p></div>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
<input type="hidden" name="accion" value="DESHACER">
<input type="hidden" name="fecha" value="{{FECHA_CESE}}">
{{>CAMPO_MOTIVO}}
<div class="acc"><button>Deshacer el fin del vínculo</button> <a href="/servidor/{{ID}}/ficha">No, volver a la ficha</a></div>
</form>
{{/CESADO}}{{#NO_CESADO}}<h1>Registrar el fin del vínculo</h1>
<p class="lead">{{NOMBRE}} · {{TIPO_DOCUMENTO}} {{DOCUMENTO}} · {{PUESTO}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Registre que la persona deja su entidad, con su último día y el motivo. Si pasa a otra entidad pública, es mejor transferirla: así conserva lo avanzado. Si se equivoca, podrá deshacerlo desde la ficha.</p></details>
{{#HAY_TRANSFERENCIA_ID}}<div class="alerta"><p>Hay una propuesta de transferencia a {{DESTINO}} sin responder. <a href="/orh/transferencias">Retírela primero</a>.</p></div>
{{/HAY_TRANSFERENCIA_ID}}<div class="alerta"><p><strong>{{NOMBRE}}</strong> dejará de figurar con vínculo vigente en {{ENTIDAD}} después de esa fecha.{{#HAY_ABIERTAS}} Estas etapas pasarán a «Retirado»:{{/HAY_ABIERTAS}}{{#NO_HAY_ABIERTAS}} Sus etapas quedan como están.{{/NO_HAY_ABIERTAS}}</p>
{{#HAY_ABIERTAS}}<ul>{{#ABIERTA_A}}<li>A. Inducción general al Estado</li>{{/ABIERTA_A}}{{#ABIERTA_B}}<li>B. Inducción general a la entidad</li>{{/ABIERTA_B}}{{#ABIERTA_C}}<li>C. Inducción específica al puesto</li>{{/ABIERTA_C}}</ul>
<p>Las demás se conservan, y su historia también.</p>
{{/HAY_ABIERTAS}}</div>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
<input type="hidden" name="accion" value="CESAR">
{{>CAMPO_FECHA}}
{{>CAMPO_MOTIVO}}
<div class="acc"><button class="peligro">Registrar el fin del vínculo</button> <a href="/servidor/{{ID}}/ficha">No, volver a la ficha</a></div>
</form>
{{/NO_CESADO}}
